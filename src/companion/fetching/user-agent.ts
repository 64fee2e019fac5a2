/** The name that a robots.txt can address. */
export const PRODUCT = "Lectern";

/** How the companion introduces itself: by its own name, as what it is, on whose behalf. Without a version, which nobody could use. */
export const USER_AGENT = `Mozilla/5.0 (compatible; ${PRODUCT}; article reader, at its reader's request)`;
