declare module 'xirr' {
  /** Newton's method from a guess; throws where it does not converge. */
  export default function xirr(
    transactions: readonly { amount: number; when: Date }[],
    options?: { guess?: number; epsilon?: number },
  ): number
}
