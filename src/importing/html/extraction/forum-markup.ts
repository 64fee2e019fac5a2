/** How posts are marked: what holds one, who wrote it, and what is written, with what is attached to it. */
export interface Markup {
  post: string;
  poster: string;
  text: string;
  /** An attribute of the post with the poster's name. */
  named?: string;
  /** What the first post is. Where its text is not marked, or not shown, the markup is no help. */
  opener?: string;
}

const items = (...types: string[]) => types.map((type) => `[itemtype$="schema.org/${type}" i]`).join(", ");

/** Pages whose own subject is a thread; articles mark what is said under them as comments too. Remarks under an answer are no posts. */
const THREAD = items("DiscussionForumPosting");
const QUESTION = items("QAPage");
const MARKED: Markup = {
  post: items("DiscussionForumPosting", "Comment"),
  poster: '[itemprop~="author"]',
  text: '[itemprop~="text"], [itemprop~="articleBody"]',
  opener: THREAD,
};
const ASKED: Markup = {
  post: items("Question", "Answer"),
  poster: `[itemprop~="author"]:not(${items("Comment")} *)`,
  text: `[itemprop~="text"]:not(${items("Comment")} *)`,
  opener: items("Question"),
};

/** What the programs that most forums run on leave in their pages, by the names of classes that are in all of them. */
const PROGRAMS: readonly (Markup & { signs: readonly string[] })[] = [
  // Discourse, for those without scripts and for others.
  { signs: ["crawler-post"], post: ".crawler-post", poster: ".creator", text: ".post" },
  { signs: ["cooked"], post: "article[data-post-id]", poster: ".names .first, .names .username", text: ".cooked" },
  // XenForo
  {
    signs: ["bbWrapper", "messageText"],
    post: "article.message--post[data-author], article.message--article[data-author], li.message[data-author]",
    named: "data-author",
    poster: ".message-name",
    text: ".message-body .bbWrapper, .message-attachments, .messageText",
  },
  // phpBB
  {
    signs: ["postbody"],
    post: ".post",
    poster: '.postprofile [class*="username"], .postprofile dt > a, .author strong',
    text: ".postbody .content, .postbody .attachbox",
  },
  // FluxBB
  { signs: ["postmsg"], post: ".blockpost", poster: ".postleft dt", text: ".postmsg" },
  // vBulletin
  {
    signs: ["bigusername", "username_container"],
    post: 'table[id^="post"], [id^="edit"], li[id^="post_"]',
    poster: ".bigusername, .username",
    text: '[id^="post_message_"]',
  },
  { signs: ["js-post__content-text"], post: ".b-post", poster: ".author", text: ".js-post__content-text" },
  // Invision Community
  {
    signs: ["cPost", "ipsEntry--post"],
    post: "article.cPost, article.ipsEntry--post",
    poster: ".cAuthorPane_author, .ipsEntry__username",
    text: '[data-role="commentContent"]',
  },
  // Simple Machines, MyBB
  { signs: ["post_wrapper"], post: ".post_wrapper", poster: ".poster h4", text: ".post .inner" },
  { signs: ["post_body"], post: ".post", poster: ".author_information .largetext", text: ".post_body" },
];

/** The ways in which a page may have marked the posts of a thread: none for nearly all pages, which is told soon. */
export function markupsIn(page: Document): Markup[] {
  // Looked up by a single class, what is not there costs next to nothing.
  const markups: Markup[] = PROGRAMS.filter(({ signs }) =>
    signs.some((sign) => page.getElementsByClassName(sign)[0] !== undefined),
  );
  if (page.querySelector(`${THREAD}, ${QUESTION}`) === null) return markups;
  if (page.querySelector(QUESTION)) markups.unshift(ASKED);
  if (page.querySelector(THREAD)) markups.unshift(MARKED);
  return markups;
}
