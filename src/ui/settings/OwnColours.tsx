import { contrast, inkOn, READABLE } from "#domain/contrast.ts";
import { OWN_COLORS, type OwnColors } from "#domain/own-colors.ts";
import { editorOf } from "#state/settings-editor.ts";
import { useApp } from "../app-context.ts";
import { settingsWords as words } from "./words.ts";

/** What has to be read on what; the ink on a mark is ours, black or white. */
const ON: Readonly<Record<keyof OwnColors, (colors: OwnColors) => readonly [string, string] | undefined>> = {
  ink: ({ ink, paper }) => [ink, paper],
  paper: () => undefined,
  link: ({ link, paper }) => [link, paper],
  mark: ({ mark }) => [inkOn(mark), mark],
};

/** The four colours of the theme of the reader's own, each with how well it can be read. */
export function OwnColours() {
  const app = useApp();
  const editor = editorOf(app);
  const colors = editor.settings.value.ownColors;
  // Said when a colour has been chosen, not with each one on the way to it.
  const say = (changed: keyof OwnColors) => {
    const now = editor.settings.peek().ownColors;
    const measured = changed === "paper" ? (["ink", "link"] as const) : [changed];
    app.announcer.say(
      measured.map((name) => `${words.colors[name]}: ${words.contrast(contrast(...ON[name](now)!))}`).join(" "),
    );
  };
  return (
    <fieldset>
      <legend>{words.ownColors}</legend>
      {OWN_COLORS.map((name) => {
        const pair = ON[name](colors);
        return (
          <div key={name} class="colour">
            <input
              id={`colour-${name}`}
              type="color"
              value={colors[name]}
              aria-describedby={pair && `contrast-${name}`}
              onChange={() => say(name)}
              onInput={(event) => editor.change({ ownColors: { ...colors, [name]: event.currentTarget.value } })}
            />
            <label for={`colour-${name}`}>{words.colors[name]}</label>
            {pair && (
              <p id={`contrast-${name}`} class={contrast(...pair) < READABLE ? "contrast too-low" : "contrast"}>
                {words.contrast(contrast(...pair))}
              </p>
            )}
          </div>
        );
      })}
    </fieldset>
  );
}
