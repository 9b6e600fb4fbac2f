public import Foundation

/// NumPy's `.npy` format, version 1.0: little-endian float32, C order.
public enum NumPyArray {
    /// A matrix as a file's bytes.
    ///
    /// - Parameter rows: all of one length.
    /// - Source: https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
    public static func data(_ rows: [[Float]]) -> Data {
        let columns = rows.first?.count ?? 0
        var header = "{'descr': '<f4', 'fortran_order': False, 'shape': (\(rows.count), \(columns)), }"
        let unpadded = 10 + header.utf8.count + 1
        header += String(repeating: " ", count: (64 - unpadded % 64) % 64) + "\n"
        var data = Data([0x93]) + Data("NUMPY".utf8) + Data([1, 0])
        data.append(UInt8(header.utf8.count & 255))
        data.append(UInt8(header.utf8.count >> 8))
        data.append(Data(header.utf8))
        for row in rows {
            precondition(row.count == columns, "a row of \(row.count) among rows of \(columns)")
            for value in row {
                withUnsafeBytes(of: value.bitPattern.littleEndian) { data.append(contentsOf: $0) }
            }
        }
        return data
    }
}
