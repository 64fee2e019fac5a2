/**
 * One sentence for a Node that is too old, or undefined.
 *
 * @param {string} version - as in `process.versions.node`
 * @param {string} range - `engines.node` of package.json, in the form `>=major.minor`
 * @returns {string | undefined}
 */
export function nodeProblem(version, range) {
  const [major = 0, minor = 0] = numbers(version);
  const [wantedMajor = 0, wantedMinor = 0] = numbers(range);
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return undefined;
  return `Lectern needs Node ${wantedMajor}.${wantedMinor} or newer, and this is Node ${version}. Get it from https://nodejs.org`;
}

/** @param {string} version */
function numbers(version) {
  return version.replace(/^\D+/, "").split(".").map(Number);
}
