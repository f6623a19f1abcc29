final class Refund {

    static long of(double paid) {
        return Money.cents(paid * 0.9, false);
    }
}
