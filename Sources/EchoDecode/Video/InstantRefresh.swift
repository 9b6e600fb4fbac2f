internal import CFFmpeg

/// Finds H.264's instantaneous decoding refresh pictures, after which no picture looks back past them.
///
/// The container's own mark does not tell them from pictures at which decoding may merely be joined.
///
/// - Source: ITU-T H.264, tables 7-1 and B.1; ISO/IEC 14496-15, 5.3.3.1.
struct InstantRefresh {
    private static let slice: UInt8 = 1
    private static let refreshingSlice: UInt8 = 5
    /// Bytes of the length in front of each unit; `nil` where start codes stand in front.
    private let lengthBytes: Int?

    /// - Returns: `nil` for another codec.
    init?(_ stream: UnsafeMutablePointer<AVStream>) {
        guard let parameters = stream.pointee.codecpar?.pointee, parameters.codec_id == AV_CODEC_ID_H264
        else {
            return nil
        }
        let extra = UnsafeBufferPointer(start: parameters.extradata, count: Int(parameters.extradata_size))
        // An AVC configuration record begins with its version, 1; a start code with 0.
        lengthBytes = extra.count > 6 && extra[0] == 1 ? Int(extra[4] & 3) + 1 : nil
    }

    /// Whether the first slice of a packet belongs to such a picture.
    func begins(_ packet: borrowing Packet) -> Bool {
        let bytes = UnsafeBufferPointer(
            start: packet.pointer.pointee.data, count: Int(packet.pointer.pointee.size))
        var place = 0
        while let unit = next(in: bytes, from: &place) {
            let kind = bytes[unit] & 0x1F
            if kind == Self.refreshingSlice { return true }
            if kind == Self.slice { return false }
        }
        return false
    }

    /// Where the next unit begins; moves on to what may be in front of the one after it.
    private func next(in bytes: UnsafeBufferPointer<UInt8>, from place: inout Int) -> Int? {
        if let lengthBytes {
            guard place + lengthBytes < bytes.count else { return nil }
            let unit = place + lengthBytes
            let length = bytes[place..<unit].reduce(0) { $0 << 8 | Int($1) }
            place = unit + length
            return unit
        }
        while place + 3 < bytes.count {
            place += 1
            if bytes[place - 1] == 0, bytes[place] == 0, bytes[place + 1] == 1 {
                place += 2
                return place
            }
        }
        return nil
    }
}
