const ln2High = 0.6931471803691238;
const ln2Low = 1.9082149292705877e-10;

/**
 * e to the power of x, made of additions, multiplications and a shift only: `Math.exp` may differ in its last bit from
 * one engine to the next, and what is learned must not.
 */
export function exp(x: number): number {
  if (x < -700) return 0;
  if (x > 700) return Number.MAX_VALUE;
  const k = Math.floor(x / Math.LN2 + 0.5);
  const r = x - k * ln2High - k * ln2Low;
  let term = 1;
  let sum = 1;
  for (let n = 1; n <= 14; n++) {
    term = (term * r) / n;
    sum += term;
  }
  return sum * powerOfTwo(k);
}

/** Exact: doubling and halving lose nothing. */
function powerOfTwo(k: number): number {
  let power = 1;
  const factor = k < 0 ? 0.5 : 2;
  for (let n = Math.abs(k); n > 0; n--) power *= factor;
  return power;
}
