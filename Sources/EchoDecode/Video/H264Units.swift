internal import CFFmpeg

/// What the units of an H.264 packet say of where decoding can begin anew.
///
/// The container's own mark does not tell pictures after which none looks back from those at which decoding may
/// merely be joined.
///
/// - Source: ITU-T H.264, tables 7-1 and B.1; ISO/IEC 14496-15, 5.3.3.1.
struct H264Units {
    /// What a packet holds.
    struct Content {
        /// A slice of an instantaneous decoding refresh picture: no later one looks back past it.
        var refreshes = false
        /// A slice of any other picture.
        var continues = false
        /// A new head of the stream, or parameters of another kind than sequence and picture parameter sets.
        var changesMore = false
        /// Its sequence and picture parameter sets, as bytes.
        var sets: Set<[UInt8]> = []
    }

    /// Bytes of the length in front of each unit; `nil` where start codes stand in front.
    private let lengthBytes: Int?

    /// - Returns: `nil` for another codec.
    init?(_ stream: UnsafeMutablePointer<AVStream>) {
        guard let parameters = stream.pointee.codecpar?.pointee, parameters.codec_id == AV_CODEC_ID_H264
        else { return nil }
        let extra = UnsafeBufferPointer(start: parameters.extradata, count: Int(parameters.extradata_size))
        // An AVC configuration record begins with its version, 1; a start code with 0.
        lengthBytes = extra.count > 6 && extra[0] == 1 ? Int(extra[4] & 3) + 1 : nil
    }

    /// Looks at each unit of a packet.
    ///
    /// - Complexity: O(units) where lengths stand in front, else O(bytes).
    func content(of packet: borrowing Packet) -> Content {
        let bytes = UnsafeBufferPointer(
            start: packet.pointer.pointee.data, count: Int(packet.pointer.pointee.size))
        var content = Content(changesMore: packet.hasNewHead)
        var place = 0
        while let unit = next(in: bytes, from: &place) {
            switch bytes[unit.lowerBound] & 0x1F {
            case 1...4: content.continues = true
            case 5: content.refreshes = true
            case 7, 8: content.sets.insert([UInt8](bytes[unit]))
            case 13, 15: content.changesMore = true
            default: break
            }
        }
        return content
    }

    /// The next unit, never empty; moves on to its end.
    private func next(in bytes: UnsafeBufferPointer<UInt8>, from place: inout Int) -> Range<Int>? {
        guard let lengthBytes else { return nextByStartCode(in: bytes, from: &place) }
        let start = place + lengthBytes
        guard start < bytes.count else { return nil }
        let length = bytes[place..<start].reduce(0) { $0 << 8 | Int($1) }
        guard length > 0, length <= bytes.count - start else { return nil }
        place = start + length
        return start..<place
    }

    private func nextByStartCode(
        in bytes: UnsafeBufferPointer<UInt8>, from place: inout Int
    ) -> Range<Int>? {
        guard let code = Self.startCode(in: bytes, from: place), code + 3 < bytes.count else { return nil }
        let start = code + 3
        place = Self.startCode(in: bytes, from: start) ?? bytes.count
        // Zeros behind a unit belong to the next start code, or fill up.
        var end = place
        while end > start + 1, bytes[end - 1] == 0 { end -= 1 }
        return start..<end
    }

    private static func startCode(in bytes: UnsafeBufferPointer<UInt8>, from first: Int) -> Int? {
        var place = first
        while place + 2 < bytes.count {
            if bytes[place] == 0, bytes[place + 1] == 0, bytes[place + 2] == 1 { return place }
            place += 1
        }
        return nil
    }
}
