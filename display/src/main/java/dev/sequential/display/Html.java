package dev.sequential.display;

/**
 * The little HTML that tables need. Notebooks nobody trusts drop scripts, style sheets and variables; what follows the
 * page's own colours is readable in the dark.
 */
final class Html {
    /** An attribute for texts: JupyterLab aligns every cell right. */
    static final String LEFT = " style=\"text-align:left\"";

    private Html() {}

    /** Text as HTML text. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** Text of one or several lines as HTML text. */
    static String lines(String text) {
        return escape(text).replace("\n", "<br>");
    }

    /** Text as it is, line by line, in letters of one width. */
    static String pre(String text) {
        return "<pre>" + escape(text) + "</pre>";
    }
}
