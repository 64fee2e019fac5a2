import type { WrittenHabits } from "./habits.ts";

export const french: WrittenHabits = {
  introducing: "m mm mme mmes mlle mlles dr drs pr me mgr st ste cf c.-à-d càd av apr env p.ex ex",
  open: "chap etc j.-c janv févr avr juil sept déc boul hab",
  starters:
    "Le La Les L Un Une Des Il Elle Ils Elles On Nous Vous Je J Tu Ce Cette Ces C Cela Ça Son Sa Ses Leur Leurs En Dans Sur Pour Par " +
    "Avec Sans Mais Et Ou Or Donc Car Si Quand Comme Après Avant Depuis Selon À Au Aux Qui Que Quoi Où Pourquoi Comment Tous Toutes " +
    "Plus Aujourd Hier Ainsi Pourtant Entre Chez Sous Notre Votre Mon Ma Mes Ne N Y D",
};

export const spanish: WrittenHabits = {
  introducing:
    "a sr sra sres sras srta srtas d dª dña dr dra dres lic ing prof profa gral cnel cap ud uds vd vds avda c p.ej ej cf cfr aprox sto sta mons excmo " +
    "excma ilmo ee ff rr jj",
  open: "núm núms págs arts etc ee.uu uu rr.hh jj.oo ff.aa a.c d.c s.a cía ltda sept hnos av",
  starters:
    "El La Los Las Un Una Unos Unas Lo Él Ella Ellos Ellas Se Su Sus Este Esta Esto Estos Estas Ese Esa Eso Aquel En Del De Con Por Para " +
    "Sin Sobre Desde Hasta Entre Pero Y O Si Cuando Como Aunque Según También Además No Nos Yo Tú Mi Qué Quién Cómo Dónde Hoy Ayer " +
    "Así Ya Más Muchos Todo Todos Al A Tras Ante Es Son Fue Hay",
};

export const italian: WrittenHabits = {
  introducing: "a d sig sigg sig.ra sig.na dott dott.ssa prof prof.ssa avv ing arch on mons geom rag cfr p.es es ca s",
  open: "nn pagg figg artt ecc etc a.c d.c s.p.a s.r.l febbr sett ott",
  starters:
    "Il Lo La I Gli Le L Un Una Uno Lui Lei Loro Noi Voi Io Si Questo Questa Questi Queste Quello Quella In Nel Nella Nei Da Dal Dalla Di " +
    "Del Della Con Per Su Sul Sulla Tra Fra Ma E Ed O Se Quando Come Anche Non Che Chi Cosa Dopo Prima Secondo È C Al Alla A Oggi " +
    "Ieri Così Ora Poi Più Molti Tutti",
};

export const portuguese: WrittenHabits = {
  introducing: "a sr sra srs sras srta dr dra drs prof profa eng exmo exma d av r p.ex ex cf sto sta gen cel",
  open: "págs arts etc ltda s.a a.c d.c e.u.a",
  starters:
    "O A Os As Um Uma Uns Umas Ele Ela Eles Elas Isso Isto Este Esta Estes Estas Esse Essa Em No Na Nos Nas Do Da De Com Por Para Sem " +
    "Sobre Mas E Ou Se Quando Como Embora Segundo Também Não Eu Nós Que Quem Onde Hoje Ontem Já Mais Muitos Todos Ao À Após É Há",
};
