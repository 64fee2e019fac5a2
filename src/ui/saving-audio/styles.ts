import { adoptStyles } from "../parts/adopt-styles.ts";
import css from "./saving-audio.css?inline";

adoptStyles(css);
