import { adoptStyles } from "../parts/adopt-styles.ts";
import css from "./feeds.css?inline";

adoptStyles(css);
