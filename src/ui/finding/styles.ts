import { adoptStyles } from "../parts/adopt-styles.ts";
import css from "./finding.css?inline";

adoptStyles(css);
