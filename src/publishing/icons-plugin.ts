import { createRequire } from "node:module";
import type { Plugin } from "vite";

type IconNode = [name: string, attributes: Record<string, string>];

/**
 * `import play from "icon:play"` gives the shapes of one lucide icon as data, so that only the icons in use reach the bundle
 * and none is ever parsed from a string in the page.
 */
export function iconsPlugin(): Plugin {
  const icons = createRequire(import.meta.url)("lucide-static/icon-nodes.json") as Record<string, IconNode[]>;
  return {
    name: "lectern:icons",
    enforce: "pre",
    resolveId: (id) => (id.startsWith("icon:") ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith("\0icon:")) return;
      const nodes = icons[id.slice(6)];
      if (!nodes) this.error(`No lucide icon is called "${id.slice(6)}".`);
      const bare = nodes.map(([name, { key: _key, ...attributes }]) => [name, attributes]);
      return `export default ${JSON.stringify(bare)}`;
    },
  };
}
