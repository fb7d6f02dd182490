import { tokenise } from './words.ts';

/** Beginnings of words that are said in anger, folded as words are read. Only what means nothing else here. */
const angry =
  /^(?:arsch|idiot|depp|trottel|dumm|doof|blod|schei|mist$|mistding|mistkerl|schrott|verpiss|haltsmaul|halts$|klappe$|fick|fuck|shit|bullshit|crap|stupid|moron|useless|dumb|rubbish|garbage|trash$|nutzlos|unbrauchbar|saftladen|spinn|bescheuert|pfosten$|vollpfosten|hirni|hohlkopf|hohlbirne|schwachkopf|schwachsinn|volldepp|vollidiot|knallkopf|pappnase|schnarchnase|hornochs|hanswurst|witzfigur|dussel|tolpel|rindvieh|dodel|seckel|seggel|dreck(?:s|ding|kiste|laden)|kack|wichs|spast|hass|hate|frechheit|unverschamt|zumutung|lacherlich|nervst|nervensage|lappen$|honk|penner|sucks?$|wtf$|bastard|jerk$|loser$|verdammt|verflucht|kotz|murks|quatschkopf|schlaumeier|blechtrottel|flachpfeife)/;

/** What is only meant so after "du", "ihr", "so ein": a bottle is no insult by itself. */
const namecalling =
  /(?<!\p{L})(?:du|ihr|so ein[er]?|so 'ne?|you|what a)(?!\p{L})\s+(?:(?:bist|seid|are|alte[rs]?|blinde[rs]?|lahme[rs]?|echt|ja|doch|wirklich|nur|voll)\s+)*(?:(?:eine?|a|an)\s+)?(?:esel|affe|flasche|gurke|opfer|clown|schaf|huhn|pfeife|null|ente|lusche|luftnummer|joke|donkey)(?!\p{L})/iu;

/** Whether somebody swears or complains, so that a greeting would be the wrong answer. */
export const isAngry = (text: string): boolean =>
  namecalling.test(text) || tokenise(text).some(({ key }) => angry.test(key));
