/**
 * The page's side of a handover, as the address of a bookmark (`javascript:…`). It runs in a page that the reader looks at, opens
 * the app beside it, waits until the app says that it is ready, and answers that once, with the page as it stands (or what of it is
 * selected, where that is long enough to be an article). Only the app's own origin gets to see it. The page's address goes along in
 * the fragment, which no server hears of: where the page has cut the tie between the two (`Cross-Origin-Opener-Policy`), the app has
 * that much. Where the browser opens no second tab, the page gives way to the app.
 *
 * What stands in shadow roots goes along as declarative ones, where the browser can write them
 * (https://developer.mozilla.org/docs/Web/API/Element/getHTML): of open ones, and of closed ones that the page lets be written.
 *
 * `app`: the address of the app, with a slash at the end.
 */
export function bookmarkletAddress(app: string): string {
  const { origin, href } = new URL(app);
  // `getHTML` gives what is inside: the tags around that, with the language, are those of an empty copy.
  const script = `(()=>{
let d=document,a=location.href,t=${JSON.stringify(`${href}add?handover=1#`)}+encodeURIComponent(a),w=open(t);
if(!w){location.href=t;return}
addEventListener("message",function f(e){
if(e.source!==w||e.origin!==${JSON.stringify(origin)}||!e.data||e.data.lectern!=="ready")return;
removeEventListener("message",f);
let r=d.documentElement,s=getSelection(),h,c=r.cloneNode(),b=d.createElement("body"),q=[],g=n=>n.querySelectorAll("*").forEach(x=>{if(x=x.shadowRoot)q.push(x),g(x)});
if((s+"").length>${LONG_SELECTION}){for(let i=0;i<s.rangeCount;)b.append(s.getRangeAt(i++).cloneContents())}
if(b.textContent.length>${LONG_SELECTION})c.append(b),h=c.outerHTML;
else{g(r);h=r.getHTML?c.outerHTML.replace(/<.html>$/,"")+r.getHTML({shadowRoots:q,serializableShadowRoots:true}):r.outerHTML}
w.postMessage({lectern:"page",nonce:e.data.nonce,address:a,title:d.title,html:h},e.origin)
})})()`;
  return `javascript:${encodeURIComponent(script.replaceAll("\n", ""))}`;
}

/** A selection of so many characters is meant: the reader wants this, and not the rest. One within a shadow root cannot be had. */
const LONG_SELECTION = 500;
