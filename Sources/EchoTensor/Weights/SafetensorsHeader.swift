internal import Foundation

/// What a safetensors header says, checked against the file it came from.
///
/// - Source: https://github.com/huggingface/safetensors/blob/main/README.md#format
struct SafetensorsHeader {
    /// The longest header the format allows, in bytes.
    static let limit = 100_000_000

    /// The tensors in the order of their bytes.
    let tensors: [TensorInfo]
    /// Free texts that the writer added.
    let metadata: [String: String]

    /// - Throws: ``TensorError`` for anything the format forbids.
    init(file: UnsafeRawBufferPointer) throws(TensorError) {
        guard file.count >= 8 else { throw .truncated(bytes: file.count, needed: 8) }
        let announced = UInt64(littleEndian: file.loadUnaligned(as: UInt64.self))
        guard announced <= UInt64(Self.limit) else {
            throw .oversizedHeader(bytes: announced, limit: Self.limit)
        }
        let start = 8 + Int(announced)
        guard file.count >= start else { throw .truncated(bytes: file.count, needed: start) }
        guard announced > 0, file[8] == UInt8(ascii: "{") else { throw .unreadableHeader }
        guard let entries = try? JSONDecoder().decode(Entries.self, from: Data(file[8..<start])) else {
            throw .unreadableHeader
        }
        metadata = entries.metadata
        var tensors: [TensorInfo] = []
        for (name, entry) in entries.tensors { tensors.append(try entry.info(name: name, dataStart: start)) }
        tensors.sort {
            ($0.bytes.lowerBound, $0.bytes.upperBound, $0.name) < (
                $1.bytes.lowerBound, $1.bytes.upperBound, $1.name
            )
        }
        self.tensors = tensors
        var end = start
        for tensor in tensors {
            guard tensor.bytes.lowerBound == end else {
                throw .wrongLayout(
                    tensor: tensor.name, offset: tensor.bytes.lowerBound - start, expected: end - start)
            }
            end = tensor.bytes.upperBound
        }
        guard end <= file.count else { throw .truncated(bytes: file.count, needed: end) }
        guard end == file.count else {
            throw .wrongLayout(tensor: "(end)", offset: file.count - start, expected: end - start)
        }
    }

    private struct Entries: Decodable {
        var tensors: [String: Entry] = [:]
        var metadata: [String: String] = [:]

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: Key.self)
            for key in container.allKeys {
                if key.stringValue == "__metadata__" {
                    metadata = try container.decode([String: String].self, forKey: key)
                } else {
                    tensors[key.stringValue] = try container.decode(Entry.self, forKey: key)
                }
            }
        }
    }

    private struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    private struct Entry: Decodable {
        let dtype: String
        let shape: [Int]
        let data_offsets: [Int]

        /// Checks that range, type and shape agree; sums are taken so that no number overflows.
        func info(name: String, dataStart: Int) throws(TensorError) -> TensorInfo {
            guard let type = ScalarType(rawValue: dtype) else {
                throw .unknownType(tensor: name, type: dtype)
            }
            guard data_offsets.count == 2, data_offsets[0] >= 0, data_offsets[1] >= data_offsets[0],
                data_offsets[1] <= Int.max / 2, shape.allSatisfy({ $0 >= 0 })
            else { throw .unreadableHeader }
            var needed = type.byteCount
            for extent in shape {
                let (product, overflowed) = needed.multipliedReportingOverflow(by: extent)
                needed = overflowed ? Int.max : product
            }
            let held = data_offsets[1] - data_offsets[0]
            guard held == needed else { throw .wrongExtent(tensor: name, bytes: held, expected: needed) }
            return TensorInfo(
                name: name, type: type, shape: shape,
                bytes: (dataStart + data_offsets[0])..<(dataStart + data_offsets[1]))
        }
    }
}
