import { PLAYER_ACTIONS } from "#domain/player-keys.ts";
import { enKeys as labels } from "#i18n/en-keys.ts";
import { editorOf } from "#state/settings-editor.ts";
import { useApp } from "../app-context.ts";
import { Button } from "../parts/Button.tsx";
import { Sheet } from "../parts/Sheet.tsx";
import { Switch } from "../parts/Switch.tsx";
import { KeyChoice } from "./KeyChoice.tsx";
import "./styles.ts";

const isMac = /^(Mac|iP)/.test(navigator.platform);

/** All keys of the app: those that always work, and the single ones for the player, which the reader turns on and can change. */
export function KeysSheet({ onClose }: { onClose(): void }) {
  const app = useApp();
  const editor = editorOf(app);
  const { singleKeys, playerKeys } = editor.settings.value;
  const reset = () => {
    editor.forget("playerKeys");
    app.announcer.say(labels.wasReset);
  };
  return (
    <Sheet id="keys" title={labels.title} closeLabel={labels.close} onClose={onClose}>
      <div class="settings">
        <section aria-labelledby="keys-everywhere">
          <h3 id="keys-everywhere">{labels.everywhere}</h3>
          <dl class="key-list">
            {Object.entries(labels.shortcuts).map(([letter, what]) => (
              <div key={letter}>
                <dt>{what}</dt>
                <dd>
                  <kbd>{labels.shortcut(letter, isMac)}</kbd>
                </dd>
              </div>
            ))}
            <div>
              <dt>{labels.toToolbar}</dt>
              <dd>
                <kbd>{labels.escape}</kbd>
              </dd>
            </div>
          </dl>
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
                action={action}
                own={playerKeys}
                onChoose={(name) => editor.change({ playerKeys: { ...playerKeys, [action]: name } })}
              />
            ))}
          </dl>
        </section>
        <div>
          <Button label={labels.reset} unavailable={Object.keys(playerKeys).length === 0} onClick={reset} />
        </div>
      </div>
    </Sheet>
  );
}
