import { adoptStyles } from "../parts/adopt-styles.ts";
import css from "./pictures.css?inline";

adoptStyles(css);
