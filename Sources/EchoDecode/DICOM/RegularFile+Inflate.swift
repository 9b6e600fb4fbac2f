internal import CDICOM

extension RegularFile {
    /// The most that a deflated data set may grow to: 1 GiB.
    static let inflationLimit = 1 << 30

    /// Inflates the rest of a file into a temporary one without a name, which goes when it is closed.
    convenience init(inflating file: RegularFile, from place: Int, limits: DecodeLimits) throws(DecodeError) {
        let limit = min(limits.fileBytes, Self.inflationLimit)
        var descriptor: Int32 = -1
        var count: Int64 = 0
        let status = echo_dicom_inflate(file.descriptor, Int64(place), Int64(limit), &descriptor, &count)
        guard status != ECHO_DICOM_TOO_LARGE else {
            throw .tooLarge(what: "bytes once inflated", found: limit + 1, limit: limit)
        }
        guard status == ECHO_DICOM_OK else {
            throw .damagedHeader(field: "deflated data set's status", found: Int(status))
        }
        self.init(adopting: descriptor, byteCount: Int(count))
    }
}
