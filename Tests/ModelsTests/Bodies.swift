/// Answers as the servers' own documents show them.
enum Bodies {
  /// OpenAI, chat.
  static let chat = """
    {
      "id": "chatcmpl-B9MBs8CjcvOU2jLn4n570S5qMJKcT",
      "object": "chat.completion",
      "created": 1741569952,
      "model": "gpt-4.1-2025-04-14",
      "choices": [
        {
          "index": 0,
          "message": {
            "role": "assistant",
            "content": "Hello! How can I assist you today?",
            "refusal": null,
            "annotations": []
          },
          "logprobs": null,
          "finish_reason": "stop"
        }
      ],
      "usage": {
        "prompt_tokens": 19,
        "completion_tokens": 10,
        "total_tokens": 29,
        "prompt_tokens_details": {"cached_tokens": 0, "audio_tokens": 0},
        "completion_tokens_details": {"reasoning_tokens": 0, "audio_tokens": 0}
      },
      "service_tier": "default",
      "system_fingerprint": "fp_fc9f1d7035"
    }
    """

  /// OpenAI, chat: the model declined in the field that is meant for it.
  static let refusal = """
    {"id":"chatcmpl-1","object":"chat.completion","created":1721596428,
     "model":"gpt-4o-2024-08-06","choices":[{"index":0,"message":{"role":"assistant",
     "content":null,"refusal":"I'm sorry, I cannot assist with that request."},"logprobs":null,
     "finish_reason":"stop"}],"usage":{"prompt_tokens":81,"completion_tokens":11,
     "total_tokens":92},"system_fingerprint":"fp_3407719c7f"}
    """

  /// Azure and OpenAI: text was held back.
  static let filtered = """
    {"id":"chatcmpl-2","object":"chat.completion","created":1,"model":"gpt-4o","choices":[
     {"index":0,"finish_reason":"content_filter","message":{"role":"assistant","content":""}}]}
    """

  /// Some servers send a list of parts where others send a text.
  static let parts = """
    {"choices":[{"message":{"role":"assistant","content":[{"type":"text","text":"one "},
     {"type":"image"},{"type":"text","text":"two"}]},"finish_reason":"length"}]}
    """

  /// llama.cpp's server, chat.
  static let llamaChat = """
    {"choices":[{"finish_reason":"length","index":0,"message":{"role":"assistant",
     "content":"The lamp was made of wood."}}],"created":1752000000,"model":"gemma-3-270m",
     "system_fingerprint":"b5843-ef797db3","object":"chat.completion","usage":
     {"completion_tokens":7,"prompt_tokens":12,"total_tokens":19},"id":"chatcmpl-x",
     "timings":{"prompt_n":12,"prompt_ms":31.5,"predicted_n":7,"predicted_per_second":49.1}}
    """

  /// llama.cpp's server, raw completion, nothing written.
  static let llamaCompletion = """
    {"choices":[{"text":"","index":0,"logprobs":null,"finish_reason":"stop"}],
     "created":1752000000,"model":"gemma-3-270m","system_fingerprint":"b5843-ef797db3",
     "object":"text_completion","usage":{"completion_tokens":1,"prompt_tokens":5,
     "total_tokens":6},"id":"cmpl-x"}
    """

  /// OpenAI, raw completion.
  static let completion = """
    {"id":"cmpl-uqkvlQyYK7bGYrRHQ0eXlWi7","object":"text_completion","created":1589478378,
     "model":"gpt-3.5-turbo-instruct","system_fingerprint":"fp_44709d6fcb","choices":[
     {"text":"\\n\\nThis is indeed a test","index":0,"logprobs":null,"finish_reason":"length"}],
     "usage":{"prompt_tokens":5,"completion_tokens":7,"total_tokens":12}}
    """

  /// OpenAI, an unknown setting.
  static let rejected = """
    {"error":{"message":"Unsupported parameter: 'max_tokens' is not supported with this model.",
     "type":"invalid_request_error","param":"max_tokens","code":"unsupported_parameter"}}
    """

  /// llama.cpp's server while it loads.
  static let loading = """
    {"error":{"code":503,"message":"Loading model","type":"unavailable_error"}}
    """

  /// OpenRouter: a good status around another provider's error.
  static let hiddenError = """
    {"error":{"code":429,"message":"Provider returned error","metadata":{"raw":"busy"}}}
    """
}
