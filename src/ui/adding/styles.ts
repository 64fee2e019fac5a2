import { adoptStyles } from "../parts/adopt-styles.ts";
import css from "./adding.css?inline";

adoptStyles(css);
