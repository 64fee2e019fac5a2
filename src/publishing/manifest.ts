import type { ManifestOptions } from "vite-plugin-pwa";

/** The kinds of files that can become articles, and lists of feeds: MIME types with the endings of their names. */
const BY_TYPE = {
  "text/html": [".html", ".htm"],
  "application/xhtml+xml": [".xhtml", ".xht"],
  "text/markdown": [".md", ".markdown"],
  "text/plain": [".txt"],
  "application/epub+zip": [".epub"],
  "application/pdf": [".pdf"],
  "multipart/related": [".mhtml", ".mht"],
  // Lists of feeds have no registered type: apps and systems send them as any of these.
  "text/x-opml": [".opml"],
  "text/x-opml+xml": [".opml"],
  "text/xml": [".xml", ".opml"],
  "application/xml": [".xml", ".opml"],
};

/** Both ways of naming them: Android asks by type, others by ending. */
const READABLE = [...new Set(Object.entries(BY_TYPE).flatMap(([type, endings]) => [type, ...endings]))];

/**
 * The web app manifest of an app served under `base`, which has a slash at both ends. Addresses are relative to the manifest; the id
 * is not, for it is resolved against the origin (https://www.w3.org/TR/appmanifest/#id-member), where other apps may live as well.
 */
export const manifestFor = (base: string): Partial<ManifestOptions> => ({
  id: base,
  name: "Lectern: read and listen offline",
  short_name: "Lectern",
  description:
    "An article reader that keeps what you read on your own device, sets it in type you can adjust, and reads it aloud.",
  start_url: "./",
  scope: "./",
  lang: "en",
  dir: "ltr",
  display: "standalone",
  display_override: ["standalone", "minimal-ui"],
  orientation: "any",
  background_color: "#fbfaf7",
  theme_color: "#fbfaf7",
  categories: ["news", "books", "education"],
  prefer_related_applications: false,
  icons: [
    { src: "icons/icon-192.png", sizes: "192x192", type: "image/png", purpose: "any" },
    { src: "icons/icon-512.png", sizes: "512x512", type: "image/png", purpose: "any" },
    { src: "icons/maskable-192.png", sizes: "192x192", type: "image/png", purpose: "maskable" },
    { src: "icons/maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
  ],
  screenshots: [
    {
      src: "screenshots/library-narrow.png",
      sizes: "780x1688",
      type: "image/png",
      form_factor: "narrow",
      label: "The library on a phone",
    },
    {
      src: "screenshots/reader-narrow.png",
      sizes: "780x1688",
      type: "image/png",
      form_factor: "narrow",
      label: "An article being read aloud on a phone",
    },
    {
      src: "screenshots/reader-wide.png",
      sizes: "1280x800",
      type: "image/png",
      form_factor: "wide",
      label: "An article with the text settings on a wide screen",
    },
  ],
  // The service worker answers the POST, with a network or without: `service-worker/share.ts`.
  share_target: {
    action: "share",
    method: "POST",
    enctype: "multipart/form-data",
    params: { title: "title", text: "text", url: "url", files: [{ name: "files", accept: READABLE }] },
  },
  file_handlers: [{ action: "add", accept: BY_TYPE }],
  // A window of its own: a window that a voice reads in is not taken away for what is shared or opened.
  launch_handler: { client_mode: ["navigate-new", "auto"] },
  shortcuts: [
    {
      name: "Add an article",
      short_name: "Add",
      description: "Bring in an article by its address, from a file, or by pasting it",
      url: "./add",
      icons: [{ src: "icons/icon-192.png", sizes: "192x192", type: "image/png" }],
    },
    {
      name: "Continue reading",
      short_name: "Continue",
      description: "Open the article you read last, where you stopped",
      url: "./?open=continue",
      icons: [{ src: "icons/icon-192.png", sizes: "192x192", type: "image/png" }],
    },
    {
      name: "Listen",
      description: "Open the article you read last, ready to be read aloud",
      url: "./?open=listen",
      icons: [{ src: "icons/icon-192.png", sizes: "192x192", type: "image/png" }],
    },
  ],
});
