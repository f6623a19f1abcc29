final class Money {

    enum Rounding { UP, DOWN }

    static long cents(double amount, Rounding rounding) {
        return rounding == Rounding.UP ? (long) Math.ceil(amount * 100) : (long) Math.floor(amount * 100);
    }
}
