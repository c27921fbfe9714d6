/** OpenCC's phrase table: rows `simplified traditional`, joined by `|`. */
declare module 'opencc-js/dict/STPhrases' {
  const rows: string;
  export default rows;
}
