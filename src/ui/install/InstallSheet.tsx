import { useApp } from "../app-context.ts";
import { Button } from "../parts/Button.tsx";
import { Sheet } from "../parts/Sheet.tsx";
import { AddIcon, OpenIcon, ShareIcon } from "./install-pictures.tsx";
import { installWords as labels } from "./words.ts";

/** How to install, by the means this browser has. */
export function InstallSheet({ onClose }: { onClose(): void }) {
  const { install, announcer } = useApp();
  const way = install.way.value;
  const prompt = async () => {
    if (!(await install.prompt())) return;
    announcer.say(labels.installed);
    onClose();
  };
  return (
    <Sheet id="install" title={labels.title} closeLabel={labels.close} onClose={onClose}>
      <div class="settings">
        <p>{labels.explained}</p>
        {way === "prompt" && <Button class="primary" label={labels.button} onClick={prompt} />}
        {way === "ios" && <IosSteps />}
        {way === "menu" && (
          <ol>
            {labels.otherSteps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        )}
        {way === "installed" && <p>{labels.installed}</p>}
      </div>
    </Sheet>
  );
}

function IosSteps() {
  const pictures = [ShareIcon, AddIcon, OpenIcon];
  return (
    <>
      <ol class="steps">
        {labels.iosSteps.map((step, index) => {
          const Picture = pictures[index]!;
          return (
            <li key={step}>
              <Picture />
              <span>{step}</span>
            </li>
          );
        })}
      </ol>
      <p class="explained">{labels.iosStorage}</p>
    </>
  );
}
