import type { StopWordLanguage } from './types.js';

/** Function words and very general verbs and adverbs: they say nothing about what a text is about. */
const LISTS: Readonly<Record<StopWordLanguage, string>> = {
  en: `
    a about above across after afterwards again against ago all almost alone along already also although always
    am among an and another any anyone anything are around as at away back be became because become becomes been
    before behind being below between both but by call came can can't cannot come comes could did didn't do does
    doesn't doing don't done down during each eight either eleven else enough even ever every everyone
    everything except few first five for four from further gave get gets getting give given gives go goes going
    gone got had half hardly has have having he her here hers herself him himself his how however hundred i if
    in indeed instead into is isn't it it's its itself just keep kept last later least less let like made make
    makes making many may maybe me might mine more most mostly much must my myself near need needs neither never
    next nine no nobody none nor not nothing now nowhere of off often on once one only onto or other others
    otherwise our ours ourselves out over own per perhaps please put quite rather really roughly said same say
    says second see seem seems seen set seven shall she should since six so some somebody someone something
    sometimes soon still such take taken takes ten than that that's the their theirs them themselves then thence
    there therefore these they thing things think third this those though thousand three through thus to
    together too took toward towards twelve twice two under unless until up upon us use used uses using usually
    very via want wants was we well went were what whatever when whenever where whether which while who whole
    whom whose why will with within without won't would yes yet you your yours yourself yourselves`,
  de: `
    ab aber acht alle allem allen aller alles als also am an andere anderem anderen anderer anderes auch auf aus
    bei beide beiden beim bereits bevor bin bis bisher bist da dabei dadurch dafür dagegen daher dahin damals
    damit danach daneben dann daran darauf daraus darf darin darum darunter darüber das dass dasselbe davon
    davor dazu dein deine deinem deinen deiner dem den denen denn dennoch der deren derselbe des deshalb dessen
    die dies diese diesem diesen dieser dieses doch dort drei du durch dürfen eben ebenfalls ebenso eher ein
    eine einem einen einer eines einige einigen einiger einmal er erst erste ersten es etwa etwas euch euer eure
    falls fast fünf für ganz gar geben gegen gegenüber gehen geht genau gern gerne gewesen gibt gut habe haben
    hat hatte hatten her hier hin hinter hundert hätte ich ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres im
    immer in indem innerhalb ins ist ja je jede jedem jeden jeder jedes jedoch jene jenem jenen jener jenes
    jetzt jeweils kam kann kannst kaum kein keine keinem keinen keiner kommen kommt konnte konnten können könnte
    lassen lässt machen macht man manche manchem manchen mehr mein meine meinem meinen meiner meist mich mir mit
    muss musste möchte müssen nach nachdem neben nein neun nicht nichts nie niemand noch nun nur ob oben oder
    oft ohne schon sechs sehr sei seien sein seine seinem seinen seiner seit seitdem selbst sich sie sieben sind
    so sobald sofern sogar solche solchem solchen solcher soll sollen sollte sollten sondern sonst sowie statt
    tausend trotz um und uns unser unsere unserem unseren unserer unter viel viele vielen vier vom von vor wann
    war waren warum was weder wegen weil weiter weitere weiteren welche welchem welchen welcher welches wem wen
    wenig wenn wer werden wessen wie wieder will wir wird wo wobei wohl wollen wollte worden wurde wurden
    während würde würden zehn zu zudem zum zur zwar zwei zwischen über`,
  fr: `
    afin ai ainsi alors après as assez au aucun aucune aujourd'hui auquel aussi autour autre autres aux
    auxquelles auxquels avaient avais avait avant avec avez avoir avons ayant beaucoup bien c'est car ce ceci
    cela celle celles celui cent cependant certain certaine certaines certains ces cet cette ceux chacun chacune
    chaque chez cinq combien comme comment d'un d'une dans de depuis derrière des deux devant devoir devra dix
    doit doivent donc dont du durant dès déjà désormais elle elles en encore enfin entre envers es est et eu eux
    faire fait faut fois font furent fut grâce hors huit ici il ils j'ai je jusqu jusque l'on la laquelle le
    lequel les lesquelles lesquels leur leurs lors lorsque lui là ma mais malgré me mes mieux mille moi moins
    mon même mêmes n'a n'est ne neuf ni non nos notre nous nôtre on ont ou oui où par parce parfois parmi pas
    pendant peu peut peuvent plus plusieurs plutôt pour pourquoi pourtant pouvoir presque près puis puisque
    qu'elle qu'il qu'on qu'un qu'une quand quant quatre que quel quelle quelles quelque quelques quels qui quoi
    rien s'est sa sans sauf se selon sept sera serait seront ses seulement si sien sinon six soi soient sois
    soit sommes son sont sous souvent suis sur surtout ta tandis tant te tel telle telles tels tes toi ton
    toujours tous tout toute toutefois toutes trois trop très tu un une va vers via voici voilà vont vos votre
    vous vu y à étaient était étant été être`,
  es: `
    a acá además ahora ahí al algo alguien alguna algunas alguno algunos algún allí ambos ante antes aquel
    aquella aquellas aquellos aquí así aun aunque aún bajo bien cada casi cien cinco como con contra cual cuales
    cualquier cualquiera cuando cuanto cuatro cuya cuyas cuyo cuyos cuál cuándo cuánto cómo da de debe deben
    deber debido dejar del demás dentro desde después diez donde dos durante dónde e el ella ellas ello ellos en
    encima entonces entre era eran eres es esa esas ese eso esos esta estaba estaban estar estas este esto estos
    estoy está están fin fue fuera fueron ha haber habrá había habían hace hacen hacer hacia han hasta hay he
    hecho hemos hizo hoy incluso ir jamás junto la las le les lo los luego me mediante mejor menos mi mientras
    mil mis misma mismas mismo mismos mucha muchas mucho muchos muy más mía mío nada nadie ni ninguna ninguno
    ningún no nos nosotros nuestra nuestras nuestro nuestros nueve nunca o ocho os otra otras otro otros para
    parte pero poco pocos poder podrá podía por porque primero puede pueden pues que quien quienes quiere quién
    qué se sea sean según seis ser será serán si sido siempre siete sin sino sobre sois solamente solo somos son
    soy su sus suya suyo sí sólo tal tales también tampoco tan tanto te tendrá tener tenido tenía ti tiene
    tienen toda todas todavía todo todos tras tres tu tus tú u un una unas uno unos usted ustedes va van varias
    varios veces vez y ya yo él`,
};

const SETS = Object.fromEntries(
  Object.entries(LISTS).map(([language, list]) => [language, new Set(list.trim().split(/\s+/))]),
) as unknown as Readonly<Record<StopWordLanguage, ReadonlySet<string>>>;

const LANGUAGES: readonly StopWordLanguage[] = ['en', 'de', 'fr', 'es'];
/** Running text of these languages has 35 to 55 % of its words on the list; terse technical text has less. */
const MIN_SHARE = 0.2;
/** How far the best list must be ahead of the next. */
const MIN_LEAD = 1.3;
const MIN_WORDS = 20;

/** The stop words of a language, in lower case. */
export function stopWords(language: StopWordLanguage): ReadonlySet<string> {
  return SETS[language];
}

/** The language whose stop words make up enough of `words` (lower case), with their share from 0 to 1. */
export function guessLanguage(
  words: readonly string[],
): { language: StopWordLanguage; share: number } | null {
  if (words.length < MIN_WORDS) return null;
  const ranked = LANGUAGES.map((language) => ({
    language,
    share: words.reduce((hits, word) => hits + (SETS[language].has(word) ? 1 : 0), 0) / words.length,
  })).sort((a, b) => b.share - a.share);
  const [best, next] = ranked;
  if (best === undefined || best.share < MIN_SHARE || best.share < (next?.share ?? 0) * MIN_LEAD) return null;
  return best;
}

/** The list for a language tag such as `de-AT`, if there is one. */
export function languageOfTag(tag: string | null): StopWordLanguage | null {
  const primary = tag?.split(/[-_]/, 1)[0]?.toLowerCase();
  return LANGUAGES.find((language) => language === primary) ?? null;
}
