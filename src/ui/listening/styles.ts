import { adoptStyles } from "../parts/adopt-styles.ts";
import css from "./listening.css?inline";

adoptStyles(css);
