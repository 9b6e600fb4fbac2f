internal import Foundation

/// Numbers as DICOM's decimal strings, of at most 16 characters.
enum DICOMDecimal {
    /// The number to nine significant digits: microseconds of an hour, and never too long.
    static func text(_ number: Double) -> String {
        String(format: "%.9g", locale: Locale(identifier: "en_US_POSIX"), number)
    }
}
