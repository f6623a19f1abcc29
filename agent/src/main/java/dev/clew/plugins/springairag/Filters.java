package dev.clew.plugins.springairag;

import java.util.List;
import java.util.function.Supplier;
import org.springframework.ai.vectorstore.filter.Filter;

/** A filter of a search as text, as one would write it in Spring AI's own language. */
record Filters(Filter.Expression filter) implements Supplier<String> {
    private static final int DEEPEST = 32;

    /** Null for no filter. */
    static Filters of(Filter.Expression filter) {
        return filter == null ? null : new Filters(filter);
    }

    @Override
    public String get() {
        StringBuilder text = new StringBuilder();
        write(filter, text, 0);
        return text.toString();
    }

    private static void write(Object operand, StringBuilder text, int depth) {
        if (depth > DEEPEST) {
            text.append("...");
        } else if (operand instanceof Filter.Expression expression) {
            expression(expression, text, depth);
        } else if (operand instanceof Filter.Group group) {
            text.append('(');
            write(group.content(), text, depth + 1);
            text.append(')');
        } else if (operand instanceof Filter.Key key) {
            text.append(key.key());
        } else if (operand instanceof Filter.Value value) {
            value(value.value(), text);
        } else if (operand != null) {
            text.append(operand.getClass().getName());
        }
    }

    private static void expression(Filter.Expression expression, StringBuilder text, int depth) {
        String type = String.valueOf(expression.type());
        if (type.equals("NOT")) {
            text.append("NOT ");
            write(expression.left(), text, depth + 1);
            return;
        }
        boolean joins = type.equals("AND") || type.equals("OR");
        part(expression.left(), joins, text, depth);
        text.append(' ').append(sign(type));
        if (expression.right() != null) {
            text.append(' ');
            part(expression.right(), joins, text, depth);
        }
    }

    /** What is joined by another word than this is told apart. */
    private static void part(Object operand, boolean joined, StringBuilder text, int depth) {
        boolean joins = joined && operand instanceof Filter.Expression inner
                && (inner.type() == Filter.ExpressionType.AND || inner.type() == Filter.ExpressionType.OR);
        text.append(joins ? "(" : "");
        write(operand, text, depth + 1);
        text.append(joins ? ")" : "");
    }

    /** By name: newer versions have more of them. */
    private static String sign(String type) {
        return switch (type) {
            case "AND" -> "&&";
            case "OR" -> "||";
            case "EQ" -> "==";
            case "NE" -> "!=";
            case "GT" -> ">";
            case "GTE" -> ">=";
            case "LT" -> "<";
            case "LTE" -> "<=";
            case "ISNULL" -> "IS NULL";
            case "ISNOTNULL" -> "IS NOT NULL";
            default -> type;
        };
    }

    private static void value(Object value, StringBuilder text) {
        if (value instanceof String) {
            text.append('\'').append(value).append('\'');
        } else if (value instanceof List<?> list) {
            text.append('[');
            for (int i = 0; i < list.size(); i++) {
                text.append(i == 0 ? "" : ", ");
                value(list.get(i), text);
            }
            text.append(']');
        } else {
            boolean ofTheJdk = value == null || value.getClass().getClassLoader() == null;
            text.append(ofTheJdk ? String.valueOf(value) : value.getClass().getName());
        }
    }
}
