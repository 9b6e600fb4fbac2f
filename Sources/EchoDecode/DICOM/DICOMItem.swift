internal import CDICOM

/// A data set or an item of a sequence, read by tag; it is valid as long as its ``DICOMHeader``.
struct DICOMItem {
    private let pointer: OpaquePointer
    /// The longest text that is read: 1 MiB.
    private static let textLimit = 1 << 20

    init(_ pointer: OpaquePointer) { self.pointer = pointer }

    /// A text of any length up to 1 MiB, without padding; `nil` where it is absent or blank.
    func text(_ tag: DICOMTag) -> String? {
        var capacity = 256
        while true {
            var length: Int64 = -1
            let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, initialized in
                length = buffer.withMemoryRebound(to: CChar.self) {
                    echo_dicom_text(pointer, tag.group, tag.element, $0.baseAddress, capacity)
                }
                initialized = (0...Int64(capacity)).contains(length) ? Int(length) : 0
            }
            guard length >= 0, length <= Self.textLimit else { return nil }
            if length > capacity {
                capacity = Int(length)
                continue
            }
            let trimmed = bytes.drop { $0 <= 32 }.reversed().drop { $0 <= 32 }.reversed()
            return trimmed.isEmpty ? nil : String(decoding: trimmed, as: UTF8.self)
        }
    }

    /// Value `index` of a number, whatever its representation; `nil` where it is absent or not finite.
    func number(_ tag: DICOMTag, at index: Int = 0) -> Double? {
        var value = 0.0
        guard echo_dicom_number(pointer, tag.group, tag.element, UInt32(index), &value) == 1, value.isFinite
        else { return nil }
        return value
    }

    /// A whole number of 32 bits, signed or not; `nil` where it is absent or not one.
    func integer(_ tag: DICOMTag, at index: Int = 0) -> Int? {
        guard let value = number(tag, at: index), (-2_147_483_648...4_294_967_295).contains(value) else {
            return nil
        }
        return Int(exactly: value.rounded(.towardZero))
    }

    /// 16-bit words, at most `limit`.
    func words(_ tag: DICOMTag, limit: Int) -> [UInt16]? {
        var count: Int64 = -1
        let words = [UInt16](unsafeUninitializedCapacity: limit) { buffer, initialized in
            count = echo_dicom_words(pointer, tag.group, tag.element, buffer.baseAddress, limit)
            initialized = (0...Int64(limit)).contains(count) ? Int(count) : 0
        }
        return (0...Int64(limit)).contains(count) ? words : nil
    }

    /// Bytes as stored, at most `limit`, which is at most 1 MiB.
    func bytes(_ tag: DICOMTag, limit: Int) -> [UInt8]? {
        var count: Int64 = -1
        let bytes = [UInt8](unsafeUninitializedCapacity: limit) { buffer, initialized in
            count = echo_dicom_bytes(pointer, tag.group, tag.element, buffer.baseAddress, limit)
            initialized = (0...Int64(limit)).contains(count) ? Int(count) : 0
        }
        return (0...Int64(limit)).contains(count) ? bytes : nil
    }

    /// An item of a sequence; `nil` past its end or where there is no such sequence.
    func child(_ tag: DICOMTag, at index: Int = 0) -> DICOMItem? {
        echo_dicom_child(pointer, tag.group, tag.element, UInt32(index)).map(DICOMItem.init)
    }

    /// A sequence's items, at most `limit`.
    func children(_ tag: DICOMTag, limit: Int) -> [DICOMItem] {
        var items: [DICOMItem] = []
        while items.count < limit, let item = child(tag, at: items.count) { items.append(item) }
        return items
    }
}
