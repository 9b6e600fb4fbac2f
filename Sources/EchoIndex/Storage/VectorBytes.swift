internal import EchoCore
internal import Foundation

/// Vectors as the database keeps them: fp32, little-endian, one after another.
enum VectorBytes {
    /// Packs vectors of one dimension.
    static func pack(_ embeddings: [Embedding]) -> Data {
        var bytes = Data(capacity: embeddings.reduce(0) { $0 + $1.dimension * 4 })
        for embedding in embeddings {
            embedding.values.withUnsafeBytes { bytes.append(contentsOf: $0) }
        }
        return bytes
    }

    /// Reads vectors back.
    ///
    /// - Throws: ``IndexError/damaged(table:row:)`` naming `table`, where the bytes are not whole unit vectors.
    static func unpack(_ bytes: Data, dimension: Int, of table: Table) throws(IndexError) -> [Embedding] {
        guard bytes.count.isMultiple(of: dimension * 4) else {
            throw .damaged(table: table.rawValue, row: nil)
        }
        let values = [Float](unsafeUninitializedCapacity: bytes.count / 4) { buffer, filled in
            filled = bytes.copyBytes(to: buffer) / 4
        }
        var embeddings: [Embedding] = []
        for start in stride(from: 0, to: values.count, by: dimension) {
            do {
                embeddings.append(try Embedding(stored: Array(values[start..<(start + dimension)])))
            } catch {
                throw .damaged(table: table.rawValue, row: nil)
            }
        }
        return embeddings
    }
}
