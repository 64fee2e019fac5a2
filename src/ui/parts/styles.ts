import { adoptStyles } from "./adopt-styles.ts";
import css from "./sheet.css?inline";

adoptStyles(css);
