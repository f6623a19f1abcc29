package dev.clew.flow;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Words that say nothing about where a text came from: grammar and courtesies of a few languages; by their hashes. */
final class CommonWords {
    private static final String ALL = "about after again all also although always among and another any anybody anyone anything are ask away back "
            + "because "
            + "been before being best better between both but call came can cannot come could dear did does doing done down each "
            + "either else enough even ever every everybody everyone everything few find first for free from further gave get give "
            + "given glad goes going good got had happy has have having hello help her here hers him his hope how however into its "
            + "just keep kind know last least less let like little long look looking made make makes many may maybe me mind more "
            + "most much must my need needs never new next nobody none nor not nothing now off often once one only other others our "
            + "ours out over own per please possible put question questions quite rather really reach reaching regards right said "
            + "same saw say says see seem seen shall she should show since sincerely some somebody someone something soon sorry "
            + "still such sure take tell than thank thanks that the their them then there these they thing things think this those "
            + "though through thus time today together told too took try two under unless until upon use used using very via want "
            + "wants was way welcome well went were what whatever when where whether which while who whole whom whose why will wish "
            + "with within without would yes yet you your yours aber alle als also auch auf aus bei bitte dank danke dann dass das "
            + "dem den der des die dies diese dieser dir doch durch ein eine einem einen einer eines er es euch für gegen gern hat "
            + "haben hier ich ihm ihn ihnen ihr ihre ihren im in ist kann kein keine können man mein mehr mich mir mit nach nicht "
            + "noch nur oder ohne sehr sein seine sich sie sind so über um und uns unser vielen vom von vor war was wenn werden wie "
            + "wir wird wo wurde zu zum zur avec aux bien bonjour cela ces cet cette comme dans des elle elles est être fait ici ils "
            + "leur les mais merci moi mon nous ont par pas plus pour que qui sans ses son sont sur tous tout très une vos votre "
            + "vous como con del desde donde ella ellas ellos ese esta este esto favor gracias hasta hay hola las los más muy nos "
            + "para pero por porque que qué quien ser sin sobre son sus también una uno usted";

    private static final int[] HASHES = hashes();

    private CommonWords() {}

    private static int[] hashes() {
        Tokens tokens = new Tokens();
        tokens.of(ALL, ALL.getBytes(StandardCharsets.UTF_8));
        int[] all = Arrays.copyOf(tokens.hashes, tokens.count);
        Arrays.sort(all);
        return all;
    }

    static boolean contain(int hash) {
        return Arrays.binarySearch(HASHES, hash) >= 0;
    }
}
