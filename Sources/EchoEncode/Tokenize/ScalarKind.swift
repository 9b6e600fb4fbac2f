/// What a character is to the word splitter.
enum ScalarKind: Equatable {
    case space, letter, number, other

    /// Classes a character by its general category.
    init(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x61...0x7A, 0x41...0x5A: self = .letter
        case 0x30...0x39: self = .number
        case 0x20: self = .space
        case 0x21...0x7E: self = .other
        // A mark whose capital is a letter: the reference's pattern, which ignores case, passes it by.
        case 0x345: self = .space
        default: self = ScalarKind(category: scalar.properties.generalCategory, of: scalar)
        }
    }

    private init(category: Unicode.GeneralCategory, of scalar: Unicode.Scalar) {
        switch category {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
            self = .letter
        case .decimalNumber, .letterNumber, .otherNumber: self = .number
        default: self = scalar.isPythonSpace ? .space : .other
        }
    }
}
