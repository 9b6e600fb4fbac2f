import Foundation
import HTTPTypes
import Hummingbird

/// The web page and the service's description, out of the program itself.
struct PageRoutes: Sendable {
    var routes: [Route] {
        [
            .get("/", nil) { request, _ in try answer(PageFile.all["index.html"], request) },
            .get("/page/{file}", nil) { request, context in
                try answer(PageFile.all[try context.parameter("file")], request)
            },
            .get("/openapi.json", nil) { request, _ in try answer(PageFile.contract, request) },
        ]
    }

    private func answer(_ file: PageFile?, _ request: Request) throws -> Response {
        guard let file else { throw HTTPFailure.noRoute }
        if request.headers[values: .ifNoneMatch].contains(file.entityTag) {
            return Response(status: .notModified, headers: [.eTag: file.entityTag])
        }
        var response = Reply.data(file.data, type: file.mediaType)
        response.headers[.eTag] = file.entityTag
        response.headers[.cacheControl] = "no-cache"
        return response
    }
}

extension EchoContext {
    /// A parameter of the path, its percent signs undone.
    ///
    /// - Throws: ``HTTPFailure/noRoute`` for one that is no text of 1 to 200 characters: nothing is called so.
    func parameter(_ name: String) throws -> String {
        guard let raw = parameters.get(name), let text = raw.removingPercentEncoding, !text.isEmpty,
            text.count <= Query.longest, !text.unicodeScalars.contains("\0")
        else { throw HTTPFailure.noRoute }
        return text
    }
}
