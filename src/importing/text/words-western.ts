import type { Habits } from "./language-habits.ts";

/** Languages of western and northern Europe in Latin letters. Norwegian stands for both of its written forms. */
export const WESTERN: Readonly<Record<string, Habits>> = {
  en: {
    words:
      "some very both before please one two first any year make work however government information while such under between may much many day these those " +
      "being through every against since until always never the of and to in is that it was for on are with as his they be at this have from or had by but " +
      "not what all were we when your can said there an each which she do how their if will other about out then them so her would him has more who its did " +
      "been our my you he no could should where why after into over only than also new just like i'm don't it's i me am does up time people most because -ing " +
      "-tion -ly -ness -ould -ght -'s",
    letters: "",
  },
  de: {
    words:
      "wieder uns seite etwas dann zwei sehr jedoch daß damit habe ganz neue neuen wirklich steht gibt machen diesen einfach ihn einmal muss ihnen ohne denn " +
      "sondern seit der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei " +
      "einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei wenn hatte kann gegen vom können " +
      "schon ihre ich wir was ihr mich mir du kein keine doch immer hier alle diese dieser wo warum unter zwischen während heute jetzt -ung -lich -keit -isch " +
      "-schaft -ungen -heit -ichen",
    letters: "äöüß",
  },
  fr: {
    words:
      "autre autres ainsi avant notre votre vers doit également depuis partie temps donc faut fois travail contre lors afin chaque beaucoup pendant celui " +
      "celle ici le la les de des du et à un une est en que qui dans pour pas par sur au ce il elle plus ne se son avec sont mais ont été cette aux ou nous " +
      "vous leur sa ses comme je tout ils fait être deux même ces très bien où sans peut si après entre aussi on dont était avait moins encore lui mon ma mes " +
      "c'est qu' d' l' n' s' j' quand quel quelle pourquoi comment rien toujours jamais ans faire -tion -ment -eux -aient -eur -euse -ité -ait",
    letters: "àâæçéèêëîïôœùûü",
  },
  es: {
    words:
      "esto mucho quien gran muchas ellos nueva nuevo hoy estos cualquier mejor luego entonces estaba tenía tienen aún aquí menos toda todas nunca de la que " +
      "el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me si sin sobre este ya entre cuando todo esta ser son dos " +
      "también fue había era muy años hasta desde está mi porque qué sólo solo han yo hay vez puede todos así nos ni parte tiene él uno donde bien tiempo " +
      "mismo ese ahora cada vida otro después te otros aunque esa eso hace otra gobierno tan durante siempre día tanto ella tres -ción -mente -dad -ado -ando " +
      "-iones -ó",
    letters: "áéíóúüñ",
  },
  it: {
    words:
      "invece sulla oltre dalle agli nelle ore fa abbiamo nostro all' sul dell' c' è e' tra ogni quindi essi però ne stata stati questi sì tutte di e il che " +
      "la in a per un del non una i le si con da sono come della al dei più su nel anche alla lo se ma ha gli delle o dal questo ed ad ci suo sua essere " +
      "stato due era hanno dalla nella tutti molto mi chi quando dopo prima loro cosa perché tutto fatto io dove così ai degli anni fra sia c'è ancora poi " +
      "solo suoi questa quello quella cui senza noi voi lui lei già mai sempre oggi l' un' nell' -zione -mente -ità -ato -ando -ono -ella",
    letters: "àèéìíîòóùú",
  },
  pt: {
    words:
      "tempo tudo melhor primeira alto pessoas situação outros bem menos esta assim faz vão países dizer ainda então aqui agora cada muitos outra todos todas " +
      "isto onde houve de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser quando muito há " +
      "nos já está eu também só pelo pela até isso ela entre era depois sem mesmo aos ter seus quem nas me esse eles estão você tinha foram essa num nem suas " +
      "meu às minha têm numa pelos havia seja qual será nós tenho lhe deles essas este fosse são pode fazer porque anos dia hoje vai -ção -ções -mente -dade " +
      "-ado -ando -ão -ões -nho",
    letters: "áâãàçéêíóôõúü",
  },
  gl: {
    words:
      "o a de e que do da en un unha para é con non os as no na por máis ao se como pero foi ten seu súa ou ser cando moi hai nos xa está eu tamén só polo " +
      "pola ata isto ela entre era despois sen mesmo aos dos das este esta unhas uns teñen son pode facer aínda onde porque anos hoxe vai galego galega nunha " +
      "nun dunha dun lle -ción -cións -mente -dade -ado -ando -eiro",
    letters: "áéíóúüñ",
  },
  ca: {
    words:
      "aquests aquestes ara sense lloc poden cal serà què col ens fet actes abans primer manera dins seran mentre però havien hauria tenir molts cada tant de " +
      "la i el que a en les els per un una amb és del no al es dels més com va ha s'ha ser són o també seva seu fins ja entre quan tot aquest aquesta on molt " +
      "sobre han havia després pel dos ni si li anys així perquè nou vaig vam van era estat hi meu meva jo això avui només altres tots l' d' n' s' nostre fer " +
      "-ció -ment -itat -ada -ats -ieu -ència",
    letters: "àçéèíïóòúü",
  },
  nl: {
    words:
      "eerst eerste alleen werden jaren laatste tweede vooral zeer eigen tijd goede één zij echter moest tussen verschillende zoals nieuwe daarnaast steeds " +
      "omdat men de van het een en in is dat op te zijn met voor niet aan er om ook als dan maar bij uit nog naar door over hij ze zich heeft hebben was werd " +
      "die wordt dit kan of meer tot wel geen haar worden hun al onder zo veel we wij ik je jij u mijn deze tegen na moet kunnen waren had zou wat wie waar " +
      "waarom hoe toen zonder alle andere twee jaar nu hier iets niets altijd zal ons onze goed mensen -ing -heid -lijk -lijke -ingen -tje -oor -eer -ijk",
    letters: "éëïó",
  },
  af: {
    words:
      "n jou ander soos maak wil bly egter dis sou kon julle almal gesê iets elke vra tyd selfs slegs binne kyk want laat nou wanneer dink eers begin weet " +
      "goed die van en in is het 'n dat nie te op vir met wat sy aan om hy was ook by word as uit deur sal dit na hulle meer maar so oor kan moet ek ons jy " +
      "haar hom tot daar wees dan of nog geen al baie se waar hoe een jaar mense twee onder gaan sê kry weer hierdie toe my hul vandag altyd teen -heid -lik " +
      "-ing -like -asie -ies",
    letters: "êëéîôûïö",
  },
  sv: {
    words:
      "olika genom även kunna hela första denna nya dessa oss vill gör ändå bör samma våra vår annan dessutom sätt kring fråga flera varje bland fick gick " +
      "inte alltid aldrig och i att det som en på är av för med till den har de om ett han men var jag från vi så kan man när år ska eller efter där nu också " +
      "vid mot hon sig under över sin ut mycket bara hade detta skulle alla andra än vara in sina mer blir blev två få upp mellan då någon något dem sedan " +
      "utan mig din du hur vad varför här idag inom många kommer finns får måste själv -ningen -het -ande -arna -erna -ligt -ade -tion",
    letters: "åäöé",
  },
  da: {
    words:
      "gange nogensinde ugen dagen årene fået vores derfor nye nogle igen inden lidt godt været samme vil deres dig flere gang hjem siger endnu selvom andet " +
      "altid nok give måde bedre første sidste ligger uge og i at det er en til på som af for den med har de ikke der et han men var jeg fra vi så kan man " +
      "når år skal eller efter hvor nu også ved mod hun sig under over sin ud meget kun havde dette ville alle andre end være ind sine mere bliver blev to få " +
      "op mellem da nogen noget dem siden uden mig din du hvordan hvad hvorfor her dag mange kommer findes får selv blandt hvis os blevet fik kunne gøre " +
      "-erede -elser -elsen -ske -ighed -hed -ende -erne -eligt -ede -lighed -ingen",
    letters: "æøåé",
  },
  no: {
    words:
      "ganger tørr noensinne uken dagen årene vart vert òg gjennom største ligg nytt då slik igjen medan seinare vil vært tatt siste fleire heilt gikk gjør " +
      "må deg nok noko sjølv hjem bedre alltid første fordi hvorfor uke flere og i å det er en til på som av for den med har de ikke der et han men var jeg " +
      "fra vi så kan man når år skal eller etter hvor nå også ved mot hun seg under over sin ut mye bare hadde dette ville alle andre enn være inn sine mer " +
      "blir ble to få opp mellom da noen noe dem siden uten meg din du hvordan hva her dag mange kommer finnes får selv blant hvis oss blitt fikk kunne gjøre " +
      "ikkje eg ein eit frå dei kva mykje ho vere -ene -leg -ere -ane -ingar -ar -te -het -ende -ingen -ede -lig -else -ert",
    letters: "æøåéò",
  },
  is: {
    words:
      "og að í á er sem það til við um en hann ekki var með af fyrir þess hún ég því hefur eru þeir frá eftir þá þetta eða svo þegar upp hafa verið þau úr " +
      "hans þar hafði voru vera sé hér nú mér sig sinn allt ár mjög þú maður ef hvað einn aðeins milli -inn -ið -ur -unum -num -anna -leg -ar",
    letters: "áðéíóúýþæö",
  },
  eu: {
    words:
      "ziren ko zituen bizi lehen artean hainbat bakarrik egun naiz hain hiru arabera nahi dela dute eta da ez bat du zen dira ere izan baina hau bere zuen " +
      "den egin beste oso behar horrek baino gero edo hori bi egiten batean zuten dago urte orain guztiak ondoren arte zer nola non bezala gabe ni zu gu dut " +
      "ditu -aren -ren -tzen -etan -ean -ko -arekin -ak -tik -rako",
    letters: "ñ",
  },
  cy: {
    words:
      "r hyd ôl gyfer rhan ym gwaith newydd yng dyma cyn mae' â hen dau y yr yn a i o ar mae wedi ei am bod gan fod oedd ac eu nid hyn ond fel at un sydd " +
      "cael yw hefyd mewn mwy gyda hynny bydd na neu roedd nad ni fe pan wrth dros ein eich hwn hon beth pam sut gwneud iawn rhai pob blwyddyn -au -iad -aeth " +
      "-wyr -odd -ydd -wch -ion",
    letters: "âêîôûŵŷ",
  },
  ga: {
    words:
      "é ina nó iad ea nua ón féidir ainm chuir chuid don faoin air cé bíonn daoine amach an na agus a i ar is go le ag sé bhí tá ní do sin leis de seo atá " +
      "ach mar sí bhfuil siad ó nach duine faoi lena aon féin níos anois mé tú sinn éireann gaeilge chun eile raibh idir mór bliain nuair cad conas gach -ach " +
      "-acht -aigh -íonn -adh -ann -ithe",
    letters: "áéíóú",
  },
  mt: {
    words:
      "u li ta' il- fil- tal- l- fi ma ta biex hija huwa din dan minn kien għal kienet jew meta kif għandu bħala dwar aktar anki hemm ikun kollha jista' għax " +
      "ftit bejn wara -ijiet -zzjoni -ità",
    letters: "ċġħż",
  },
  eo: {
    words:
      "tio homoj havas povas sian kiuj kiun laŭ eĉ plej ĉe mia ĉiuj tamen ĉar lia kontraŭ ofte nun la kaj de en estas al ne por kiu ke kun el li mi oni estis " +
      "sed pri pli kiel tiu ĉi ĝi ili sur aŭ ankaŭ si ŝi vi ni post nur kiam jam tre inter ĝis kio tiuj iu per unu dum multaj se -oj -aj -ojn -ajn -as -is " +
      "-os -anta -ita -ado",
    letters: "ĉĝĥĵŝŭ",
  },
};
