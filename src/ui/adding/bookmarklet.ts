/**
 * The page's side of a handover, as the address of a bookmark (`javascript:…`). It runs in a page that the reader looks at, opens
 * the app beside it, waits until the app says that it is ready, and answers that once, with the page as it stands (or what of it is
 * selected, where that is long enough to be an article). Only the app's own origin gets to see it. The page's address goes along in
 * the fragment, which no server hears of: where the page has cut the tie between the two (`Cross-Origin-Opener-Policy`), the app has
 * that much. Where the browser opens no second tab, the page gives way to the app.
 *
 * `app`: the address of the app, with a slash at the end.
 */
export function bookmarkletAddress(app: string): string {
  const { origin, href } = new URL(app);
  const script = `(()=>{
let d=document,a=location.href,t=${JSON.stringify(`${href}add?handover=1#`)}+encodeURIComponent(a),w=open(t);
if(!w){location.href=t;return}
addEventListener("message",function f(e){
if(e.source!==w||e.origin!==${JSON.stringify(origin)}||!e.data||e.data.lectern!=="ready")return;
removeEventListener("message",f);
let r=d.documentElement,s=getSelection();
if((s+"").length>${LONG_SELECTION}){let b=d.createElement("body"),i=0;r=r.cloneNode();r.append(b);for(;i<s.rangeCount;)b.append(s.getRangeAt(i++).cloneContents())}
w.postMessage({lectern:"page",nonce:e.data.nonce,address:a,title:d.title,html:r.outerHTML},e.origin)
})})()`;
  return `javascript:${encodeURIComponent(script.replaceAll("\n", ""))}`;
}

/** A selection of so many characters is meant: the reader wants this, and not the rest. */
const LONG_SELECTION = 500;
