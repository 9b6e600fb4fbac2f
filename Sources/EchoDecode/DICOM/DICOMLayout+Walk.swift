extension DICOMLayout {
    /// What an open sequence or item tells of the elements within it.
    private struct Container {
        enum Kind { case sequence, item, blobs }
        let kind: Kind
        /// Where it ends; `nil` where a delimiter tells.
        let end: Int?
        let isExplicit: Bool
    }

    /// How many elements a header may have; the largest real ones stay below 10,000.
    private static let elementLimit = 200_000

    /// Walks a data set from a place on, up to its pixel data or its end.
    static func findPixels(
        _ window: inout DICOMWindow, from start: Int, syntax: DICOMTransferSyntax
    ) throws(DecodeError) -> Pixels {
        var place = start
        var open: [Container] = []
        for _ in 0..<elementLimit {
            while let last = open.last, let end = last.end, place >= end {
                guard place == end else { throw .damagedHeader(field: "sequence length", found: place - end) }
                open.removeLast()
            }
            if place == window.count && open.isEmpty { return .none }
            let isExplicit = open.last?.isExplicit ?? syntax.isExplicit
            guard
                let head = DICOMElementHead(
                    &window, at: place, isExplicit: isExplicit, isBigEndian: syntax.isBigEndian)
            else { throw .damagedHeader(field: "element at byte", found: place) }
            if head.tag == DICOMElementHead.pixelData && open.isEmpty {
                return try pixels(&window, head: head, syntax: syntax)
            }
            place = try step(&window, head, &open, isExplicit: isExplicit, bigEndian: syntax.isBigEndian)
        }
        throw .tooLarge(what: "header elements", found: elementLimit + 1, limit: elementLimit)
    }

    /// Enters, leaves or skips one element, and gives the place of the next.
    private static func step(
        _ window: inout DICOMWindow, _ head: DICOMElementHead, _ open: inout [Container], isExplicit: Bool,
        bigEndian: Bool
    ) throws(DecodeError) -> Int {
        let bound = open.last(where: { $0.end != nil })?.end ?? window.count
        if head.tag == DICOMElementHead.itemEnd || head.tag == DICOMElementHead.sequenceEnd {
            guard let last = open.popLast(), last.end == nil,
                (last.kind == .item) == (head.tag == DICOMElementHead.itemEnd)
            else { throw .damagedHeader(field: "delimiter at byte", found: head.value) }
            return head.value
        }
        let end = head.length.map { head.value + $0 }
        guard (end ?? head.value) <= bound else {
            throw .damagedHeader(field: "element length at byte", found: head.value)
        }
        let within = open.last?.kind
        if head.tag == DICOMElementHead.item {
            guard within == .sequence || (within == .blobs && end != nil) else {
                throw .damagedHeader(field: "item at byte", found: head.value)
            }
            if within == .blobs { return end ?? head.value }
            open.append(Container(kind: .item, end: end, isExplicit: isExplicit))
            return head.value
        }
        guard within == nil || within == .item else {
            throw .damagedHeader(field: "sequence element at byte", found: head.value)
        }
        guard let kind = try kind(&window, head, isExplicit: isExplicit, bigEndian: bigEndian) else {
            return end ?? head.value
        }
        open.append(Container(kind: kind, end: end, isExplicit: isExplicit && head.vr != "UN"))
        guard open.count <= 2 * dicomNestingLimit else {
            throw .tooLarge(what: "nested sequences", found: open.count / 2, limit: dicomNestingLimit)
        }
        return head.value
    }

    /// Whether an element holds items, as DCMTK will see it; `nil` for a plain value.
    private static func kind(
        _ window: inout DICOMWindow, _ head: DICOMElementHead, isExplicit: Bool, bigEndian: Bool
    ) throws(DecodeError) -> Container.Kind? {
        guard let length = head.length else {
            switch head.vr {
            case "SQ", "UN": return .sequence
            case "OB", "OW": return .blobs
            default: throw .damagedHeader(field: "undefined length at byte", found: head.value)
            }
        }
        if head.vr == "SQ" { return .sequence }
        // Without representations DCMTK goes by its dictionary; a value that starts with an item is a
        // sequence.
        guard !isExplicit, length >= 8 else { return nil }
        return window.number(at: head.value, length: 4, bigEndian: false) == 0xE000_FFFE ? .sequence : nil
    }

    /// Locates the pixel data whose head has just been read.
    private static func pixels(
        _ window: inout DICOMWindow, head: DICOMElementHead, syntax: DICOMTransferSyntax
    ) throws(DecodeError) -> Pixels {
        if syntax.codec == .raw {
            guard let length = head.length else {
                throw .damagedHeader(field: "PixelData's undefined length, byte", found: head.value)
            }
            let end = min(head.value + length, window.count)
            return .native(held: head.value..<end, isWords: head.vr != "OB")
        }
        guard head.length == nil else {
            throw .damagedHeader(field: "PixelData's length", found: head.length ?? 0)
        }
        return try fragments(&window, from: head.value)
    }

    /// How many items encapsulated pixel data may have.
    private static let fragmentLimit = 1 << 20

    private static func fragments(_ window: inout DICOMWindow, from start: Int) throws(DecodeError) -> Pixels
    {
        var place = start
        var table: Range<Int>?
        var found: [Fragment] = []
        while true {
            guard
                let head = DICOMElementHead(&window, at: place, isExplicit: false, isBigEndian: false),
                head.tag == DICOMElementHead.item, let length = head.length,
                head.value + length <= window.count
            else {
                let isEnd =
                    DICOMElementHead(&window, at: place, isExplicit: false, isBigEndian: false)?.tag
                    == DICOMElementHead.sequenceEnd
                return .fragments(table: table ?? start..<start, fragments: found, isCut: !isEnd)
            }
            place = head.value + length
            if table == nil {
                table = head.value..<place
            } else if length > 0 {
                found.append(Fragment(tag: head.value - 8, bytes: head.value..<place))
            }
            guard found.count <= fragmentLimit else {
                throw .tooLarge(what: "fragments", found: found.count, limit: fragmentLimit)
            }
        }
    }
}
