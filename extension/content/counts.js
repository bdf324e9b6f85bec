// Reads a number as pages write it: "1.2K", "17 002", "3,4 mil", "١٢٣", "2.5万". Separate because every language has its own marks.

/** What a number is multiplied by, as written right after it. Longest first is not needed: a whole word is compared. */
/** @type {Record<string, number>} */
const FACTORS = {
  k: 1e3,
  m: 1e6,
  b: 1e9,
  // Romance languages, Dutch, German, Nordic languages
  mil: 1e3,
  mill: 1e6,
  mio: 1e6,
  mi: 1e6,
  mln: 1e6,
  mn: 1e6,
  md: 1e9,
  mrd: 1e9,
  mld: 1e9,
  bi: 1e9,
  bn: 1e9,
  tsd: 1e3,
  tn: 1e3,
  dz: 1e3,
  rb: 1e3,
  jt: 1e6,
  juta: 1e6,
  ribu: 1e3,
  thousand: 1e3,
  million: 1e6,
  millions: 1e6,
  millones: 1e6,
  milhão: 1e6,
  milhões: 1e6,
  milioni: 1e6,
  milliarden: 1e9,
  millionen: 1e6,
  tausend: 1e3,
  // Slavic languages and Greek
  tys: 1e3,
  tis: 1e3,
  тыс: 1e3,
  тис: 1e3,
  хил: 1e3,
  млн: 1e6,
  млрд: 1e9,
  хиљ: 1e3,
  χιλ: 1e3,
  εκ: 1e6,
  εκατ: 1e6,
  // Vietnamese, Hungarian, Finnish, Baltic languages
  tỷ: 1e9,
  ezer: 1e3,
  milj: 1e6,
  tūkst: 1e3,
  // Arabic, Persian, Hebrew, Hindi and other languages of India
  ألف: 1e3,
  ألفًا: 1e3,
  آلاف: 1e3,
  الف: 1e3,
  مليون: 1e6,
  ملايين: 1e6,
  مليار: 1e9,
  هزار: 1e3,
  میلیون: 1e6,
  میلیارد: 1e9,
  אלף: 1e3,
  מיליון: 1e6,
  हज़ार: 1e3,
  हजार: 1e3,
  लाख: 1e5,
  करोड़: 1e7,
  हज़ा: 1e3,
  হাজার: 1e3,
  লাখ: 1e5,
  lakh: 1e5,
  crore: 1e7,
  cr: 1e7,
  // East Asian languages: units of ten thousand
  千: 1e3,
  천: 1e3,
  万: 1e4,
  萬: 1e4,
  만: 1e4,
  億: 1e8,
  亿: 1e8,
  억: 1e8,
  พัน: 1e3,
  หมื่น: 1e4,
  แสน: 1e5,
  ล้าน: 1e6,
};

/** Letters that mean a number in some languages only: "3 e mais 5" are three in Portuguese, "3 e" three thousand in Hungarian. @type {Record<string, Record<string, number>>} */
const FACTORS_OF = {
  tr: { b: 1e3, mn: 1e6, m: 1e6, mr: 1e9 }, // bin, milyon, milyar
  es: { m: 1e6 },
  pt: { m: 1e6, mi: 1e6 },
  fi: { t: 1e3 },
  da: { t: 1e3 },
  nb: { t: 1e3 },
  no: { t: 1e3 },
  sv: { tn: 1e3, t: 1e3 },
  de: { t: 1e3 },
  fr: { g: 1e9 },
  vi: { n: 1e3, tr: 1e6 },
  hu: { e: 1e3 },
  hi: { l: 1e5 },
};

const DIGITS = "\\p{Nd}";
const GROUPING = "[.,'’٬٫\u00a0\u202f\u2009 ]";
const NUMBER = new RegExp(`(${DIGITS}+(?:${GROUPING}${DIGITS}+)*)[\\s\u00a0\u202f]*(\\p{L}[\\p{L}\\p{M}]*)?`, "u");

/** ASCII digits for the digits of any script: the zero of each block is where its digit value is 0. @param {string} text */
function plainDigits(text) {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = /** @type {number} */ (digit.codePointAt(0));
    if (code < 128) return digit;
    // Decimal digits come in runs of ten; all but the mathematical ones begin at a multiple of sixteen or six after it.
    let zero = code;
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && code - zero < 9) zero -= 1;
    return String(code - zero);
  });
}

/** @param {string} digits  digits and separators @param {boolean} scaled  a factor follows: "1.234K" does not occur, "1.2K" does */
function numberOf(digits, scaled) {
  const parts = digits.split(/[^0-9]+/);
  if (parts.length === 1) return Number(parts[0]);
  const last = /** @type {string} */ (parts.at(-1));
  const separators = digits.replace(/[0-9]/g, "");
  const mixed = new Set(separators).size > 1;
  if (scaled ? last.length < 3 : mixed && last.length !== 3) return Number(`${parts.slice(0, -1).join("")}.${last}`);
  if (!scaled && parts.length === 2 && last.length !== 3) return Number(`${parts[0]}.${last}`);
  return Number(parts.join(""));
}

/**
 * The first number in a text, or null when there is none.
 * @param {string | null} text
 * @param {string} [language]  of the page: "1,2 B" is 1,200 in Turkish
 * @returns {number | null}
 */
export function parseCount(text, language = "") {
  if (text === null) return null;
  const match = NUMBER.exec(plainDigits(text.normalize("NFC")));
  if (!match) return null;
  let [, digits = "", word = ""] = match;
  // Blanks group digits only in threes: "12 345 likes", but not "3 20 July".
  digits = digits.replace(/[\u00a0\u202f\u2009 ]/g, " ");
  if (digits.includes(" ") && !/^\d{1,3}(?: \d{3})+$/.test(digits)) {
    digits = /** @type {string} */ (digits.split(" ")[0]);
    word = "";
  }
  const factor = factorOf(word, language);
  return Math.round(numberOf(digits, factor !== 1) * factor);
}

/** @param {string} word @param {string} language */
function factorOf(word, language) {
  const unit = word.toLowerCase();
  if (unit === "") return 1;
  const local = FACTORS_OF[language.toLowerCase().split("-")[0] ?? ""]?.[unit];
  if (local !== undefined) return local;
  if (Object.hasOwn(FACTORS, unit)) return /** @type {number} */ (FACTORS[unit]);
  // Scripts that put no blank between a unit and the word that follows: "1.2万次观看".
  const first = unit[0] ?? "";
  return /[千천万萬만億亿억]/u.test(first) ? /** @type {number} */ (FACTORS[first]) : 1;
}
