import { adoptStyles } from "../parts/adopt-styles.ts";
import css from "./news.css?inline";

adoptStyles(css);
