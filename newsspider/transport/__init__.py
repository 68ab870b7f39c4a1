"""What happens between a request and a good response, below the middlewares."""
