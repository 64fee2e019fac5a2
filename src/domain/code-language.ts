/** What authors write after the backticks, and what readers know it as. */
const NAMES: Readonly<Record<string, string>> = {
  bash: "Shell",
  c: "C",
  cpp: "C++",
  css: "CSS",
  go: "Go",
  html: "HTML",
  java: "Java",
  javascript: "JavaScript",
  js: "JavaScript",
  json: "JSON",
  markdown: "Markdown",
  md: "Markdown",
  python: "Python",
  py: "Python",
  ruby: "Ruby",
  rust: "Rust",
  sh: "Shell",
  sql: "SQL",
  svg: "SVG",
  ts: "TypeScript",
  typescript: "TypeScript",
  xml: "XML",
  yaml: "YAML",
};

/** The name of a programming language as it is shown over code. What is not known stays as it was written. */
export function codeLanguageName(written: string): string {
  const short = written.toLowerCase();
  return Object.hasOwn(NAMES, short) ? NAMES[short]! : written;
}
