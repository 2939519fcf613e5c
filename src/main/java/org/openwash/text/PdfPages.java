package org.openwash.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;

/// Lays the tree of pages out flat, each page complete in itself.
///
/// PDFBox climbs the tree by recursion, in both directions: one that is ten thousand levels deep, or its own parent,
/// would end the stack.
final class PdfPages {

    private static final int DEEPEST = 100;
    private static final List<COSName> INHERITED =
            List.of(COSName.RESOURCES, COSName.MEDIA_BOX, COSName.CROP_BOX, COSName.ROTATE);

    private record Node(COSDictionary dictionary, COSDictionary inherited, int depth) {}

    private PdfPages() {}

    /// Leaves no more pages than are read.
    ///
    /// @return how many there are, as far as counted: at most one more than is read
    static int flatten(PDDocument document) {
        COSDictionary catalogue = document.getDocumentCatalog().getCOSObject();
        COSDictionary root = catalogue.getCOSDictionary(COSName.PAGES);
        List<COSDictionary> pages = root == null ? List.of() : leaves(root);
        var kids = new COSArray();
        pages.stream().limit(PdfBudget.MOST_PAGES).forEach(kids::add);
        var flat = new COSDictionary();
        flat.setItem(COSName.TYPE, COSName.PAGES);
        flat.setItem(COSName.KIDS, kids);
        flat.setInt(COSName.COUNT, kids.size());
        catalogue.setItem(COSName.PAGES, flat);
        return pages.size();
    }

    private static List<COSDictionary> leaves(COSDictionary root) {
        var pages = new ArrayList<COSDictionary>();
        Deque<Node> open = new ArrayDeque<>(List.of(new Node(root, new COSDictionary(), 0)));
        Set<COSDictionary> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        while (!open.isEmpty() && pages.size() <= PdfBudget.MOST_PAGES) {
            Node node = open.removeFirst();
            COSArray kids = node.dictionary.getCOSArray(COSName.KIDS);
            if (kids == null) {
                pages.add(complete(node));
            } else if (node.depth > DEEPEST) {
                throw new PdfBudget.SpentException("pages nested more than " + DEEPEST + " deep");
            } else if (seen.add(node.dictionary)) {
                List<Node> below = below(node, kids);
                Collections.reverse(below);
                below.forEach(open::addFirst);
            }
        }
        return pages;
    }

    private static List<Node> below(Node node, COSArray kids) {
        COSDictionary inherited = inherited(node);
        var below = new ArrayList<Node>();
        for (int i = 0; i < kids.size() && below.size() <= PdfBudget.MOST_PAGES; i++) {
            if (kids.getObject(i) instanceof COSDictionary kid) {
                below.add(new Node(kid, inherited, node.depth + 1));
            }
        }
        return below;
    }

    private static COSDictionary inherited(Node node) {
        var all = new COSDictionary(node.inherited);
        for (COSName name : INHERITED) {
            COSBase own = node.dictionary.getItem(name);
            if (own != null) {
                all.setItem(name, own);
            }
        }
        return all;
    }

    private static COSDictionary complete(Node node) {
        COSDictionary page = inherited(node);
        page.setItem(COSName.TYPE, COSName.PAGE);
        page.setItem(COSName.CONTENTS, node.dictionary.getItem(COSName.CONTENTS));
        return page;
    }
}
