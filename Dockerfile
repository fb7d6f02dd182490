# Lotse as a container: not as root, and with a file system that can be read-only. Data lies in a volume or a database.
FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts
COPY . .

# The tabs: built with the development packages, which the container does not carry.
FROM node:24-slim AS pages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY . .
RUN node src/pages.ts

FROM node:24-slim
ENV NODE_ENV=production DATA_DIR=/var/lib/lotse DIRECTORY_DIR=/etc/lotse NODE_COMPILE_CACHE=/tmp/lotse-cache
WORKDIR /app
COPY --from=build /app/package.json /app/package-lock.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/src src
COPY --from=build /app/cards cards
COPY --from=build /app/data data
COPY --from=pages /app/dist dist
RUN mkdir -p /var/lib/lotse /etc/lotse && chown node:node /var/lib/lotse
USER node
EXPOSE 3978
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3978/readyz').then((r)=>process.exit(r.ok?0:1),()=>process.exit(1))"]
CMD ["node", "src/main.ts", "production"]
