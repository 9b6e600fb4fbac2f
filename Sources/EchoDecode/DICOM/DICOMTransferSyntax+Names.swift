extension DICOMTransferSyntax {
    /// What to call a syntax that we do not decode: its standard name, or words that repeat nothing of the file.
    static func otherName(_ uid: String) -> String {
        let root = "1.2.840.10008.1.2"
        let name = uid.hasPrefix(root) ? names[String(uid.dropFirst(root.count))] : nil
        return name ?? "an unlisted transfer syntax"
    }

    /// By what follows DICOM's root, as those that we decode (PS3.6 table A-1).
    private static let names = [
        ".4.92": "JPEG 2000 Part 2 (Lossless Only)", ".4.93": "JPEG 2000 Part 2",
        ".4.94": "JPIP Referenced", ".4.95": "JPIP Referenced Deflate",
        ".4.110": "JPEG XL Lossless", ".4.111": "JPEG XL JPEG Recompression", ".4.112": "JPEG XL",
        ".4.201": "High-Throughput JPEG 2000 (Lossless Only)",
        ".4.202": "High-Throughput JPEG 2000 with RPCL Options (Lossless Only)",
        ".4.203": "High-Throughput JPEG 2000", ".8.1": "Deflated Image Frame Compression",
    ]
}
