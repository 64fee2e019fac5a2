import type { WrittenHabits } from "./habits.ts";

export const german: WrittenHabits = {
  introducing:
    "hl v n dr prof hr hrn fr st dipl ing z.b d.h u.u i.d.r v.a z.hd bzw vgl sog ca evtl ggf inkl exkl einschl geb gest ehem zzgl mind " +
    "max bes insb jew österr schweiz röm kath ev gegr",
  open: "ziff usw etc u.a u.ä u.v.m o.ä v.chr n.chr a.d e.v jh jhd mio mrd std min sek Sept",
  starters:
    "Der Die Das Den Dem Ein Eine Einen Einem Er Sie Es Wir Ihr Ich Man Dies Diese Dieser Dieses Doch Aber Und Auch Im In Am An Auf " +
    "Bei Beim Mit Nach Von Vom Vor Für Zu Zum Zur Als Wenn Weil Wie Was Wer Wo Warum Da Dann Danach Damit Dazu Dabei Dort Denn " +
    "Deshalb So Nun Noch Nur Schon Seit Trotzdem Heute Gestern Sein Seine Ihre Kein Keine Viele Alle Mehr Laut Hier Nicht",
  ordinals: true,
};

export const dutch: WrittenHabits = {
  introducing:
    "mgr v n dhr mevr mw dr drs mr ir ing prof st bijv d.w.z m.b.t m.n t.a.v o.l.v i.v.m i.p.v ca vgl resp incl excl",
  open: "afb hfst enz etc e.d o.a n.chr v.chr jl mln mld min Sept",
  starters:
    "De Het Een Hij Zij Ze Wij We Ik Jij Je U Dit Dat Deze Die Er In Op Aan Bij Met Na Van Voor Maar En Ook Als Toen Dan Nu Hoe Wat " +
    "Wie Waar Waarom Door Volgens Om Zo Nog Niet Geen Veel Hun Zijn Haar Wel Toch Daar Daarom Vandaag Gisteren",
};

export const swedish: WrittenHabits = {
  introducing: "dr prof s.k t.ex bl.a d.v.s dvs ca jfr fr.o.m t.o.m",
  open: "m.fl m.m osv etc e.kr f.kr kl",
  starters:
    "Den Det De En Ett Han Hon Vi Jag Du Ni Man I På Av Med Till Från För Men Och Om När Som Så Nu Då Här Vad Vem Hur Varför Efter Enligt Vid Under Sedan Alla Trots Hela Hennes Hans",
};
