import { type ReadonlySignal, signal } from "@preact/signals";
import type { Importer } from "#importing/import-article.ts";
import type { ImportedArticle } from "#importing/imported-article.ts";
import type { Incoming } from "#protocol/inbox.ts";
import type { InboxStore } from "#storage/inbox.ts";
import type { Draft } from "./adding-model.ts";
import { endBefore, endOfText } from "./draft-parts.ts";
import { itemOf } from "./inbox-item.ts";
import type { ProblemsModel } from "./problems.ts";

/** A draft as the inbox has it. */
type KeptDraft = Extract<Incoming, { kind: "draft" }>;

export interface DraftKeeper {
  draft: ReadonlySignal<Draft | undefined>;
  /** Stores an article as a draft, and shows it. Shown all the same where it cannot be stored: it can be saved once there is room. */
  open(article: ImportedArticle, pasted: Pick<KeptDraft, "text" | "html" | "instead">): Promise<void>;
  /** Shows the newest draft that was left: by a reload, with a tab, or because another was pasted before it had been saved. */
  reopen(): Promise<void>;
  /** False: it could not be stored, and is a draft still. */
  save(): Promise<boolean>;
  drop(): void;
  /** The draft that was dropped last, as it was. */
  undrop(): Promise<void>;
}

interface DraftKeeperOptions {
  inbox: InboxStore;
  problems: ProblemsModel;
  loadImporter(): Promise<Importer>;
  /** A draft has become something on its way, in the place of what has this key. */
  onSaved(instead: number | undefined): Promise<void>;
}

/** What was pasted stays what its reader has made of it, whatever becomes of the page meanwhile: every correction is stored. */
export function createDraftKeeper({ inbox, problems, loadImporter, onSaved }: DraftKeeperOptions): DraftKeeper {
  const draft = signal<Draft | undefined>();
  /** The one that is shown, and its record in the inbox; without one it could not be stored. */
  let shown: { kept: KeptDraft; key: number | undefined } | undefined;
  let dropped: KeptDraft | undefined;
  let number = 0;

  function show(kept: KeptDraft, key: number | undefined): void {
    const mine = ++number;
    const draw = (next: KeptDraft) => {
      shown = { kept: next, key };
      const article = next.article as ImportedArticle;
      draft.value = {
        number: mine,
        article,
        end: next.end ?? endOfText(article.blocks),
        change({ end, ...part }) {
          if (draft.peek()?.number !== mine || !shown) return;
          const changed = { ...(shown.kept.article as ImportedArticle), ...part };
          draw({ ...shown.kept, article: changed, ...(end !== undefined && { end }) });
          write();
        },
      };
    };
    draw(kept);
  }

  let writing = false;
  let changed = false;

  /** One write at a time; what changes meanwhile is in the next. */
  function write(): void {
    changed = true;
    if (writing) return;
    writing = true;
    void writeAll().finally(() => (writing = false));
  }

  async function writeAll(): Promise<void> {
    while (changed) {
      changed = false;
      if (shown?.key === undefined) return;
      await problems.watch(inbox.keepDraft(shown.key, shown.kept));
    }
  }

  async function open(kept: KeptDraft): Promise<void> {
    let key: number | undefined;
    const item = itemOf("paste", (kept.article as ImportedArticle).title, kept);
    await problems.watch(inbox.receive([{ ...item, status: "draft" }]).then(([stored]) => (key = stored)));
    show(kept, key);
  }

  async function reopen(): Promise<void> {
    const left = (await inbox.listInbox()).findLast(({ status }) => status === "draft");
    if (!left || draft.peek()) return;
    const { key } = left;
    const incoming = await inbox.readIncoming(key);
    if (!incoming || draft.peek()) return;
    if (incoming.kind === "draft") return show(incoming, key);
    // Left by a version that kept the text alone.
    if (incoming.kind !== "text") return;
    const { text, html } = incoming;
    const pasted = { text, ...(html !== undefined && { html }) };
    const article = await (await loadImporter()).pasted(pasted);
    if (!("addresses" in article) && !draft.peek()) show({ kind: "draft", article, ...pasted }, key);
  }

  function close(): void {
    draft.value = undefined;
    shown = undefined;
  }

  return {
    draft,
    reopen,
    open: (article, pasted) => open({ kind: "draft", article, ...pasted }),

    async save() {
      const saved = draft.peek();
      if (!saved || !shown) return false;
      const { key } = shown;
      const { end: _, instead, ...kept } = shown.kept;
      const article = asSaved(saved);
      const item = itemOf("paste", article.title, { ...kept, article });
      // Another tab may have saved or dropped it meanwhile: what is saved here is stored all the same.
      const left = key === undefined ? undefined : await inbox.readItem(key).catch(() => undefined);
      const stored = await problems.watch(
        left?.status === "draft" ? inbox.unpackItem(left.key, item, []) : inbox.receive([item]),
      );
      if (!stored) return false;
      if (draft.peek()?.number === saved.number) close();
      await onSaved(instead);
      await reopen().catch(() => {});
      return true;
    },

    drop() {
      if (!shown) return;
      const { kept, key } = shown;
      dropped = kept;
      close();
      if (key !== undefined) void problems.watch(inbox.removeItem(key)).then(() => reopen().catch(() => {}));
    },

    async undrop() {
      if (dropped) await open(dropped);
      dropped = undefined;
    },
  };
}

/** What stands behind the end of the text is related, and no more than that. */
function asSaved({ article, end }: Draft): ImportedArticle {
  const { byline, ...rest } = article;
  return { ...rest, ...(byline && { byline: byline.trim() }), ...endBefore(article.blocks, article.related, end) };
}
