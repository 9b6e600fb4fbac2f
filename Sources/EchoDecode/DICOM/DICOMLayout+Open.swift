extension DICOMLayout {
    /// Finds out how a file is coded and where its pixel data lies; inflates it first where it is deflated.
    ///
    /// - Returns: the layout, and the bytes it speaks of: the file's own, or a temporary file's.
    static func read(
        _ file: RegularFile, limits: DecodeLimits
    ) throws(DecodeError) -> (layout: DICOMLayout, bytes: RegularFile) {
        var window = DICOMWindow(file)
        let meta = try readMeta(&window)
        guard let syntax = meta.syntax ?? guess(&window, at: meta.end) else {
            throw .damagedHeader(field: "first element at byte", found: meta.end)
        }
        var bytes = file
        var start = meta.end
        if syntax.isDeflated {
            bytes = try RegularFile(inflating: file, from: start, limits: limits)
            window = DICOMWindow(bytes)
            start = 0
        }
        let pixels = try findPixels(&window, from: start, syntax: syntax)
        let layout = DICOMLayout(
            syntax: syntax, hasMeta: meta.end > 0, mediaClass: meta.mediaClass, pixels: pixels)
        return (layout, bytes)
    }

    /// Where the meta group starts; `nil` where there is none.
    private static func metaStart(_ window: inout DICOMWindow) -> Int? {
        if window.bytes(at: 128, length: 4).map({ $0.elementsEqual("DICM".utf8) }) == true { return 132 }
        guard let head = DICOMElementHead(&window, at: 0, isExplicit: true, isBigEndian: false),
            head.tag >> 16 == 2, head.vr == "UL" || head.vr == "OB" || head.vr == "UI"
        else { return nil }
        return 0
    }

    private static func readMeta(
        _ window: inout DICOMWindow
    ) throws(DecodeError) -> (end: Int, syntax: DICOMTransferSyntax?, mediaClass: String?) {
        guard var place = metaStart(&window) else { return (0, nil, nil) }
        var syntax: DICOMTransferSyntax?
        var mediaClass: String?
        while let group = window.number(at: place, length: 2, bigEndian: false), group == 2 {
            guard let head = DICOMElementHead(&window, at: place, isExplicit: true, isBigEndian: false),
                let length = head.length, head.value + length <= window.count
            else { throw .damagedHeader(field: "meta element at byte", found: place) }
            place = head.value + length
            guard head.vr == "UI", let text = window.bytes(at: head.value, length: min(length, 64)) else {
                continue
            }
            let uid = String(decoding: text.prefix { 46...57 ~= $0 }, as: UTF8.self)
            if head.tag == 0x0002_0002 { mediaClass = uid }
            if head.tag == 0x0002_0010 {
                syntax = DICOMTransferSyntax(uid: uid)
                guard syntax != nil else { throw .unsupported(what: DICOMTransferSyntax.otherName(uid)) }
            }
        }
        return (place, syntax, mediaClass)
    }

    /// How a data set without a meta group is coded, by its first element, which is of group 0008.
    private static func guess(_ window: inout DICOMWindow, at place: Int) -> DICOMTransferSyntax? {
        guard let tag = window.bytes(at: place, length: 8).map(Array.init) else { return nil }
        let isExplicit = tag[4...5].allSatisfy { 65...90 ~= $0 }
        switch (tag[0], tag[1]) {
        case (8, 0): return isExplicit ? .explicit : tag[7] == 0 ? .implicit : nil
        case (0, 8): return isExplicit ? .bigEndian : nil
        default: return nil
        }
    }
}
