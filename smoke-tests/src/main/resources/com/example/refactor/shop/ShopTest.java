final class ShopTest {

    private static int passed;
    private static int failed;

    public static void main(String[] args) {
        check("cart rounds up", 1002, Cart.total(5.001, 5.001));
        check("tax rounds up", 191, Invoice.tax(10.01));
        check("refund rounds down", 90, Refund.of(1.009));
        check("nothing costs nothing", 0, Cart.total());
        System.out.println(passed + " passed, " + failed + " failed");
        System.exit(failed == 0 ? 0 : 1);
    }

    private static void check(String what, long expected, long actual) {
        if (expected == actual) {
            passed++;
        } else {
            failed++;
            System.out.println("FAILED " + what + ": expected " + expected + ", was " + actual);
        }
    }
}
