/** “[!NOTE]” alone or in front of a title, as GitHub and note-taking apps mark a quotation that warns or informs. */
const MARKER = /^\s*\[!(\p{L}[\p{L}-]{1,20})\][+-]?(?:[ \t]+([^\n]*?))?[ \t]*(?:\n|$)/u;

/**
 * Gives the quotations of a Markdown text that are alerts a strong line of their own, “Note” or “Note: its title”, in place of the marker. The kind
 * stays in the language it is written in.
 */
export function writeAlerts(body: Element): void {
  for (const quote of body.querySelectorAll("blockquote")) {
    const first = quote.firstElementChild;
    const text = first?.localName === "p" ? first.firstChild : null;
    if (!first || text?.nodeType !== Node.TEXT_NODE) continue;
    const [marker, kind = "", title = ""] = MARKER.exec(text.nodeValue ?? "") ?? [];
    const next = text.nextSibling;
    const isWhole = text.nodeValue === marker && !marker?.endsWith("\n") && next !== null;
    const isBroken = next?.nodeName === "BR";
    // A title with markup goes on beyond this text, and so does the line.
    if (marker === undefined || (isWhole && !isBroken)) continue;
    const strong = quote.ownerDocument.createElement("strong");
    const name = kind.slice(0, 1).toUpperCase() + kind.slice(1).toLowerCase();
    strong.textContent = title === "" ? name : `${name}: ${title}`;
    const line = quote.ownerDocument.createElement("p");
    line.append(strong);
    text.nodeValue = (text.nodeValue ?? "").slice(marker.length);
    if (isWhole) next?.remove();
    first.before(line);
    if (!first.hasChildNodes() || (first.textContent === "" && first.childElementCount === 0)) first.remove();
  }
}
