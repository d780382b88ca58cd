import type { Analytic, Grid } from '../number/index.js'

/** What a bound function is called with, as its declaration says: a number, or an array, which is a list of its entries too. */
export type Argument<A> = A & Grid<A> & ReadonlyArray<A>

/** What it gives: a number, or an array. */
export type Returned<A> = A | Grid<A> | ReadonlyArray<A>

/** A function of its arguments, or of some of them, which then waits for the others. */
export type Rule<A> = (...args: ReadonlyArray<Argument<A>>) => Returned<A> | Rule<A>

/**
 * A function over any number system: `softmax` takes one first, and `circulant`, which needs none, its argument. Both can be called with
 * what is a number system and an array.
 */
export type Bound = <A>(first: Analytic<A> & Grid<A>, ...others: ReadonlyArray<Grid<A>>) => Returned<A> | Rule<A>
