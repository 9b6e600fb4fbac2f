/// Whether a text of our own drawing is whole: every element closed, in order, nothing left over.
struct XMLCheck {
    let isWhole: Bool

    init(_ text: String) {
        var open: [Substring] = []
        var isSound = text.contains("<svg") && !text.contains("nan") && !text.contains("inf\"")
        for piece in text.split(separator: "<") {
            guard let end = piece.firstIndex(of: ">") else { continue }
            let tag = piece[..<end]
            let name = tag.drop { $0 == "/" }.prefix { !$0.isWhitespace && $0 != "/" }
            if tag.hasPrefix("/") {
                isSound = isSound && open.popLast() == name
            } else if !tag.hasSuffix("/") {
                open.append(name)
            }
        }
        isWhole = isSound && open.isEmpty
    }
}
