/**
 * Why storage could not do what it was asked:
 * - `quota`: the device has no room left for this app.
 * - `blocked`: an older version of the app, open somewhere else, keeps the database from being brought up to date.
 * - `newer-version`: a newer version of the app has the database now; only a reload helps.
 * - `unavailable`: there is no database to be had (storage switched off, or lost and not back after the retries).
 * - `failed`: the database is there and refused this one request.
 */
export type StorageReason = "quota" | "blocked" | "newer-version" | "unavailable" | "failed";
