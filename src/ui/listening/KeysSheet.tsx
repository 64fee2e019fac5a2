import { ARTICLE_ACTIONS, LETTERS_BESIDE_ORCA, letterOf, USUAL_LETTERS, withLetter } from "#domain/article-keys.ts";
import { actionOf, keyName, keysOf, PLAYER_ACTIONS } from "#domain/player-keys.ts";
import { enKeys as labels } from "#i18n/en-keys.ts";
import { editorOf } from "#state/settings-editor.ts";
import { useApp } from "../app-context.ts";
import { Button } from "../parts/Button.tsx";
import { Sheet } from "../parts/Sheet.tsx";
import { Switch } from "../parts/Switch.tsx";
import { KeyChoice } from "./KeyChoice.tsx";
import "./styles.ts";

const isMac = /^(Mac|iP)/.test(navigator.platform);
const shownLetter = (letter: string) => labels.shortcut(letter.toUpperCase(), isMac);

/** All keys of the app: those that always work, and the single ones for the player, which the reader turns on. Each can be changed. */
export function KeysSheet({ onClose }: { onClose(): void }) {
  const app = useApp();
  const editor = editorOf(app);
  const { singleKeys, playerKeys, articleKeys } = editor.settings.value;
  const letters = articleKeys || USUAL_LETTERS;
  const reset = () => {
    editor.forget("playerKeys");
    editor.forget("articleKeys");
    app.announcer.say(labels.wasReset);
  };
  const suitOrca = () => {
    editor.change({ articleKeys: LETTERS_BESIDE_ORCA });
    app.announcer.say(labels.wereSet);
  };
  const areUsual = Object.keys(playerKeys).length === 0 && letters === USUAL_LETTERS;
  return (
    <Sheet id="keys" title={labels.title} closeLabel={labels.close} onClose={onClose}>
      <div class="settings">
        <section aria-labelledby="keys-everywhere">
          <h3 id="keys-everywhere">{labels.everywhere}</h3>
          <dl class="key-list">
            {ARTICLE_ACTIONS.map((action, index) => (
              <KeyChoice
                key={action}
                what={labels.inArticle[action]}
                keys={[shownLetter(letters[index]!)]}
                nameOf={letterPressed}
                shown={shownLetter}
                holderOf={(letter) => {
                  const holder = ARTICLE_ACTIONS[letters.indexOf(letter)];
                  return holder && labels.inArticle[holder];
                }}
                unusable={labels.noLetter}
                onChoose={(letter) => editor.change({ articleKeys: withLetter(letters, action, letter) })}
              />
            ))}
            <div>
              <dt>{labels.toToolbar}</dt>
              <dd>
                <kbd>{labels.escape}</kbd>
              </dd>
            </div>
          </dl>
          {!isMac && (
            <>
              <p class="explained">{labels.ofOrca}</p>
              <Button label={labels.besideOrca} unavailable={letters === LETTERS_BESIDE_ORCA} onClick={suitOrca} />
            </>
          )}
        </section>
        <section aria-labelledby="keys-player">
          <h3 id="keys-player">{labels.player}</h3>
          <Switch
            label={labels.singleKeys}
            checked={singleKeys}
            explained={labels.singleKeysExplained}
            onChange={(on) => editor.change({ singleKeys: on })}
          />
          <dl class="key-list">
            {PLAYER_ACTIONS.map((action) => (
              <KeyChoice
                key={action}
                what={labels.actions[action]}
                keys={keysOf(action, playerKeys).map(labels.key)}
                nameOf={keyName}
                shown={labels.key}
                holderOf={(name) => {
                  const holder = actionOf(name, playerKeys);
                  return holder && labels.actions[holder];
                }}
                unusable={labels.unusable}
                onChoose={(name) => editor.change({ playerKeys: { ...playerKeys, [action]: name } })}
              />
            ))}
          </dl>
        </section>
        <div>
          <Button label={labels.reset} unavailable={areUsual} onClick={reset} />
        </div>
      </div>
    </Sheet>
  );
}

/** Alone, or as it will be pressed. */
function letterPressed(event: KeyboardEvent): string | undefined {
  const letter = letterOf(event);
  return event.ctrlKey || event.metaKey || letter.length !== 1 ? undefined : letter;
}
